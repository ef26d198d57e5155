package dev.sequential.data;

import dev.sequential.engine.Memory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Batches, epoch after epoch. */
public interface BatchStream extends AutoCloseable {
    /** Number of batches in an epoch, if it is known before it ends. */
    OptionalInt steps();

    /** Number of rows in an epoch, if it is known before it ends. */
    OptionalLong rows();

    /** Rows of a batch, unless it is a shorter last one; unknown where batches come as they are. */
    OptionalInt batchSize();

    /** Begins the epoch of this number, which decides what order is random. */
    void begin(int epoch);

    /** Goes to the next batch and gives its shapes; nothing after the last. */
    Optional<BatchShapes> next();

    /** Copies the batch into buffers of exactly its size. */
    void fill(List<Memory> inputs, List<Memory> targets, List<Memory> weights);

    /** Whether the last epoch ended because there were fewer batches than {@link #steps()}. */
    default boolean ranOut() {
        return false;
    }

    /** Ends the threads that make batches. */
    @Override
    default void close() {}
}
