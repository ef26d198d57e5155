package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

/** Folds rows that lie one after the other into one row: lanes hold several, which become one at the end. */
final class ColumnFold {
    /** Columns of the widest rows. */
    static final int WIDEST = CHUNK / 2;

    private final Fold fold;
    private final int width;
    private final int together;
    private final Lanes lanes;
    private final float[] chunk = new float[CHUNK];

    ColumnFold(Fold fold, int width) {
        this.fold = fold;
        this.width = width;
        this.together = CHUNK - CHUNK % width;
        this.lanes = new Lanes(fold);
    }

    /** Elements between two times that floats are carried over: whole rows. */
    long stretch() {
        return (long) Lanes.CARRY * together;
    }

    /** Folds {@code length} elements, a whole number of rows; the first places of what it returns hold the row. */
    double[] fold(long from, long length) {
        int used = (int) Math.min(together, length);
        lanes.begin(used);
        for (long done = 0; done < length; done += together) {
            int n = (int) Math.min(together, length - done);
            Native.load(from + 4 * done, chunk, n);
            lanes.take(chunk, n);
        }
        double[] total = lanes.end();
        for (int row = width; row < used; row += width) {
            for (int i = 0; i < width; i++) total[i] = fold.of(total[i], total[row + i]);
        }
        return total;
    }
}
