package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import java.util.Arrays;

/**
 * Copies a block of words whose axes lie with other steps in the result than in the operand: what transposing, slicing,
 * padding, reversing, joining and repeating are. A step may be negative, or 0 in the operand.
 */
final class CopyLoop implements Loop {
    /** Elements that two axes of a block have each, so that the lines they touch stay in the first cache. */
    private static final int BLOCK = 16;
    /** Words from which on copying a run beats copying its words. */
    private static final int RUN = 8;

    private final Memory in;
    private final Memory out;
    private final long from;
    private final long to;
    private final long[] dims;
    private final long[] read;
    private final long[] write;

    /**
     * @param from first element in the operand, {@code to} in the result
     * @param dims lengths of the block; {@code read} and {@code write} are the steps along them, in elements
     */
    private CopyLoop(Memory in, Memory out, long from, long to, long[] dims, long[] read, long[] write) {
        this.in = in;
        this.out = out;
        this.from = in.address() + 4 * from;
        this.to = out.address() + 4 * to;
        int n = 0;
        long[] d = new long[dims.length];
        long[] r = new long[dims.length];
        long[] w = new long[dims.length];
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] == 1) continue;
            boolean joins = n > 0 && r[n - 1] == read[i] * dims[i] && w[n - 1] == write[i] * dims[i];
            if (!joins) n++;
            d[n - 1] = joins ? d[n - 1] * dims[i] : dims[i];
            r[n - 1] = read[i];
            w[n - 1] = write[i];
        }
        this.dims = padded(d, n, 1);
        this.read = padded(r, n, 0);
        this.write = padded(w, n, 0);
    }

    /** As the constructor. */
    static Kernel of(Memory in, Memory out, long from, long to, long[] dims, long[] read, long[] write) {
        CopyLoop loop = new CopyLoop(in, out, from, to, dims, read, write); // it has no state
        return SharedLoop.of(loop.dims[0], 2 * Arrays.stream(dims).reduce(1, (a, b) -> a * b), () -> loop);
    }

    @Override
    public void run(long first, long end) {
        copy(0, end - first, from + 4 * first * read[0], to + 4 * first * write[0]);
    }

    /** Copies {@code count} places of an axis and everything along those after it. */
    private void copy(int axis, long count, long r, long w) {
        if (axis == dims.length - 2) {
            plane(count, r, w);
            return;
        }
        for (long i = 0; i < count; i++) {
            copy(axis + 1, dims[axis + 1], r + 4 * i * read[axis], w + 4 * i * write[axis]);
        }
    }

    private void plane(long rows, long r, long w) {
        int a = dims.length - 2;
        int b = dims.length - 1;
        long columns = dims[b];
        if (read[b] == 1 && write[b] == 1 && columns >= RUN) {
            for (long i = 0; i < rows; i++) Native.copy(r + 4 * i * read[a], w + 4 * i * write[a], columns);
            return;
        }
        for (long i = 0; i < rows; i += BLOCK) {
            for (long j = 0; j < columns; j += BLOCK) {
                block(
                        r + 4 * (i * read[a] + j * read[b]),
                        w + 4 * (i * write[a] + j * write[b]),
                        Math.min(BLOCK, rows - i),
                        Math.min(BLOCK, columns - j));
            }
        }
    }

    private void block(long r, long w, long rows, long columns) {
        int a = dims.length - 2;
        int b = dims.length - 1;
        long readRow = 4 * read[a];
        long writeRow = 4 * write[a];
        long readStep = 4 * read[b];
        long writeStep = 4 * write[b];
        for (long i = 0; i < rows; i++) {
            for (long j = 0; j < columns; j++) {
                Native.copyWord(r + i * readRow + j * readStep, w + i * writeRow + j * writeStep);
            }
        }
    }

    /** At least two axes, new ones first. */
    private static long[] padded(long[] values, int count, long filler) {
        int missing = Math.max(0, 2 - count);
        long[] result = new long[count + missing];
        Arrays.fill(result, 0, missing, filler);
        System.arraycopy(values, 0, result, missing, count);
        return result;
    }

    @Override
    public String toString() {
        return "copy of " + in + " to " + out;
    }
}
