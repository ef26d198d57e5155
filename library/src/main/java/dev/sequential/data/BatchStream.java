package dev.sequential.data;

import dev.sequential.engine.Memory;
import java.util.List;

/** Batches, epoch after epoch. */
public interface BatchStream {
    /** Number of batches in an epoch. */
    int steps();

    /** Number of rows in an epoch. */
    long rows();

    /** Rows of a batch, unless it is a shorter last one. */
    int batchSize();

    /** Whether there are sample weights. */
    boolean weighted();

    /** Begins an epoch. */
    void begin();

    /** Goes to the next batch and gives the number of its rows, 0 after the last. */
    int next();

    /** Copies the batch into buffers of exactly its size. */
    void fill(List<Memory> inputs, List<Memory> targets, List<Memory> weights);
}
