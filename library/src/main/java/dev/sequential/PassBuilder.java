package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.Queueing;
import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The options that {@code fit}, {@code evaluate} and {@code predict} share.
 *
 * @param <B> the options of the call at hand
 */
public abstract sealed class PassBuilder<B extends PassBuilder<B>>
        permits FitBuilder, Evaluate.Builder, Predict.Builder {
    OptionalInt batchSize = OptionalInt.empty();
    int verbose;
    List<Callback> callbacks = List.of();
    private int maxQueueSize = Queueing.DEFAULT.maxQueueSize();
    private int workers = Queueing.DEFAULT.workers();
    private boolean useMultiprocessing = Queueing.DEFAULT.useMultiprocessing();

    PassBuilder(int verbose) {
        this.verbose = verbose;
    }

    /** Rows in a batch; the last batch may be smaller. For arrays only. Default 32. */
    public B batchSize(int batchSize) {
        this.batchSize = OptionalInt.of(batchSize);
        return self();
    }

    /** 0 is silent, 1 shows a bar, 2 one line. Default 1, for {@code predict} and the generator methods but {@code fitGenerator} 0. */
    public B verbose(int verbose) {
        this.verbose = verbose;
        return self();
    }

    /** Keras's {@code "auto"}, which is 1. */
    public B verbose(String verbose) {
        return verbose(Options.verbose(verbose));
    }

    /** What is told of each epoch and batch, in this order. Default none. */
    public B callbacks(Callback... callbacks) {
        return callbacks(Arrays.asList(Check.notNull(callbacks, "callbacks")));
    }

    /** What is told of each epoch and batch, in this order. Default none. */
    public B callbacks(List<? extends Callback> callbacks) {
        this.callbacks = Options.callbacks(callbacks);
        return self();
    }

    /** Batches of a generator or Sequence that may be ready or in the making before they are used. Default 10. */
    public B maxQueueSize(int maxQueueSize) {
        this.maxQueueSize = maxQueueSize;
        return self();
    }

    /** Threads that make batches of a generator or Sequence; 0 makes each on this thread when it is needed. Default 1. */
    public B workers(int workers) {
        this.workers = workers;
        return self();
    }

    /** Accepted as in Keras. Batches are made by threads in any case, and are the same. Default false. */
    public B useMultiprocessing(boolean useMultiprocessing) {
        this.useMultiprocessing = useMultiprocessing;
        return self();
    }

    Queueing queueing() {
        return new Queueing(maxQueueSize, workers, useMultiprocessing);
    }

    abstract B self();
}
