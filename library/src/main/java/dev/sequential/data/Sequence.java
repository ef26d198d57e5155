package dev.sequential.data;

import dev.sequential.Batch;

/**
 * Batches by their number: what Keras calls a {@code Sequence} or {@code PyDataset}. Several threads may ask at once.
 *
 * <pre>{@code
 * record Files(List<Path> paths) implements Sequence {
 *     public int length() { return paths.size(); }
 *     public Batch get(int index) { return read(paths.get(index)); }
 * }
 * model.fit(Dataset.sequence(new Files(paths)), f -> f.epochs(3).workers(4));
 * }</pre>
 */
public interface Sequence {
    /** Number of batches in the epoch that begins; asked again for each. At least 1. */
    int length();

    /** The batch of this number, from 0. */
    Batch get(int index);

    /** An epoch begins; comes before its first batch is asked for, on the thread of the call. */
    default void onEpochBegin() {}

    /** The last batch of an epoch has been used; no batch of the next one is asked for before this has returned. */
    default void onEpochEnd() {}
}
