package dev.sequential.data;

import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;

/** Rows for one input, output or weight of a model, to be copied into a step's buffer. */
public interface RowSource {
    /** Number of rows. */
    long count();

    /** Shape of one row. */
    Shape sample();

    /** The rows from {@code first} (inclusive) to {@code end} (exclusive). */
    RowSource slice(long first, long end);

    /**
     * Copies rows to the beginning of a buffer.
     *
     * @param order row numbers; those from {@code first} on are meant
     * @param into as many rows as are copied
     */
    void gather(int[] order, int first, int rows, Memory into);
}
