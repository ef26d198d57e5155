package dev.sequential.data;

import dev.sequential.engine.Check;

/**
 * How batches of a generator or a {@link Sequence} are made ahead.
 *
 * @param maxQueueSize batches that may be ready or in the making before they are used; default 10
 * @param workers threads that make batches; 0 makes each on the thread of the call when it is needed; default 1
 * @param useMultiprocessing accepted as in Keras; there are no processes here, threads give the same batches
 */
public record Queueing(int maxQueueSize, int workers, boolean useMultiprocessing) {
    /** Keras's defaults. */
    public static final Queueing DEFAULT = new Queueing(10, 1, false);

    public Queueing {
        Check.atLeast(1, maxQueueSize, "maxQueueSize");
        Check.atLeast(0, workers, "workers");
    }
}
