package dev.sequential.engine.loops;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;

/**
 * Copies rows of one tensor to the beginning of another, on all threads if they are much work: rows that lie far apart are
 * waited for more than read.
 */
public final class RowsCopy implements Loop {
    /** Element-wise steps that take as long as a word. */
    private static final long STEPS = 4;

    private final Memory table;
    private final Memory into;
    private final long width;
    private final Kernel kernel;
    private int[] order;
    private int first;
    private long begin;

    /** A copy of {@code rows} rows at a time from {@code table}, which has as many elements in a row as {@code into}. */
    public RowsCopy(Memory table, Memory into, int rows) {
        this.table = table;
        this.into = into;
        this.width = into.type().bytes() / Integer.BYTES / Math.max(rows, 1);
        this.kernel = SharedLoop.of(rows, STEPS * rows * width, () -> this);
    }

    /** Copies the rows {@code begin + order[first]}, {@code begin + order[first + 1]} and so on. */
    public void run(int[] order, int first, long begin) {
        this.order = order;
        this.first = first;
        this.begin = begin;
        kernel.run(0);
    }

    /** Rows that lie one after the other are copied at once. */
    @Override
    public void run(long from, long to) {
        int end = first + (int) to;
        for (int i = first + (int) from, run; i < end; i += run) {
            int row = order[i];
            run = 1;
            while (i + run < end && order[i + run] == row + run) run++;
            long source = table.address() + Integer.BYTES * (begin + row) * width;
            Native.copy(source, into.address() + Integer.BYTES * (i - first) * width, run * width);
        }
    }
}
