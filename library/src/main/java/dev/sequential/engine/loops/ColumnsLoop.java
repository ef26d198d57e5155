package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;

/**
 * Folds all rows of a matrix into one. A piece is some rows, folded by themselves; the pieces' results are folded in their
 * order at the end, so that the result does not depend on which thread did what.
 */
final class ColumnsLoop implements Loop {
    private final Memory in;
    private final Memory out;
    private final Fold fold;
    private final double scale;
    private final int width;
    private final ColumnFold columns;
    private final long piece;
    private final double[] rows;

    private ColumnsLoop(Fold fold, double scale, Memory in, Memory out, double[] rows) {
        this.in = in;
        this.out = out;
        this.fold = fold;
        this.scale = scale;
        this.width = Math.toIntExact(out.size());
        this.columns = new ColumnFold(fold, width);
        this.piece = columns.stretch();
        this.rows = rows;
    }

    /** A kernel; {@code work} counts element-wise steps. */
    static Kernel of(Fold fold, double scale, long work, Memory in, Memory out) {
        int width = Math.toIntExact(out.size());
        long piece = new ColumnFold(fold, width).stretch();
        long pieces = (in.size() + piece - 1) / piece;
        double[] rows = new double[Math.toIntExact(pieces * width)];
        return SharedLoop.of(pieces, work, () -> new ColumnsLoop(fold, scale, in, out, rows));
    }

    @Override
    public void run(long first, long end) {
        for (long i = first; i < end; i++) {
            long length = Math.min(piece, in.size() - i * piece);
            System.arraycopy(columns.fold(in.address() + 4 * i * piece, length), 0, rows, (int) i * width, width);
        }
    }

    @Override
    public void end() {
        for (int from = width; from < rows.length; from += width) {
            for (int i = 0; i < width; i++) rows[i] = fold.of(rows[i], rows[from + i]);
        }
        for (int i = 0; i < width; i++) Native.putFloat(out.address() + 4L * i, (float) (scale * rows[i]));
    }

    @Override
    public String toString() {
        return "loop of " + fold + " on " + in;
    }
}
