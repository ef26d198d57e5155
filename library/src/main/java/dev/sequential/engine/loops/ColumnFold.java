package dev.sequential.engine.loops;

import static dev.sequential.engine.loops.Loops.CHUNK;

import java.util.Arrays;

/** Folds rows that lie one after the other into one row: lanes hold several, which become one at the end. */
final class ColumnFold {
    /** Chunks folded into float lanes before they are carried over into doubles. */
    static final int CARRY = 64;
    /** Columns of the widest rows. */
    static final int WIDEST = CHUNK / 2;

    private final Fold fold;
    private final int width;
    private final int lanes;
    private final float[] chunk = new float[CHUNK];
    private final float[] part = new float[CHUNK];
    private final double[] total = new double[CHUNK];

    ColumnFold(Fold fold, int width) {
        this.fold = fold;
        this.width = width;
        this.lanes = CHUNK - CHUNK % width;
    }

    /** Elements that are read at once: whole rows. */
    int lanes() {
        return lanes;
    }

    /** Folds {@code length} elements, a whole number of rows; the first places of what it returns hold the row. */
    double[] fold(long from, long length) {
        int used = (int) Math.min(lanes, length);
        Arrays.fill(total, 0, used, fold.neutral);
        Arrays.fill(part, 0, used, (float) fold.neutral);
        int chunks = 0;
        for (long done = 0; done < length; done += lanes) {
            int n = (int) Math.min(lanes, length - done);
            Native.load(from + 4 * done, chunk, n);
            fold.lanes(chunk, part, n);
            if (++chunks % CARRY == 0) carry(used);
        }
        carry(used);
        for (int row = width; row < used; row += width) {
            for (int i = 0; i < width; i++) total[i] = fold.of(total[i], total[row + i]);
        }
        return total;
    }

    private void carry(int n) {
        for (int i = 0; i < n; i++) total[i] = fold.of(total[i], part[i]);
        Arrays.fill(part, 0, n, (float) fold.neutral);
    }
}
