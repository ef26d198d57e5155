package dev.sequential;

import dev.sequential.callbacks.Callback;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How to predict: {@code model.predict(x, p -> p.batchSize(128))}.
 *
 * @param batchSize rows in a batch
 * @param verbose 0 silent, 1 a bar, 2 a line
 * @param steps only so many batches
 * @param callbacks told of every batch, in this order
 */
public record Predict(OptionalInt batchSize, int verbose, OptionalInt steps, List<Callback> callbacks) {
    public Predict {
        Options.atLeastOne(batchSize, "batchSize");
        Options.verbose(verbose);
        Options.atLeastOne(steps, "steps");
        callbacks = Options.callbacks(callbacks);
    }

    /** The options that {@code options} sets, over the defaults. */
    public static Predict of(Consumer<Builder> options) {
        Builder builder = new Builder();
        options.accept(builder);
        return builder.build();
    }

    /** The options of {@code predict}. */
    public static final class Builder {
        private OptionalInt batchSize = OptionalInt.empty();
        private int verbose;
        private OptionalInt steps = OptionalInt.empty();
        private List<Callback> callbacks = List.of();

        private Builder() {}

        /** Rows in a batch; changes the time, not the result. Default 32. */
        public Builder batchSize(int batchSize) {
            this.batchSize = OptionalInt.of(batchSize);
            return this;
        }

        /** 0 (default) is silent, 1 shows a bar, 2 a line at the end. */
        public Builder verbose(int verbose) {
            this.verbose = verbose;
            return this;
        }

        /** Only so many batches; the result has only their rows. Default all. */
        public Builder steps(int steps) {
            this.steps = OptionalInt.of(steps);
            return this;
        }

        /** What is told of each batch, in this order. Default none. */
        public Builder callbacks(Callback... callbacks) {
            return callbacks(java.util.Arrays.asList(callbacks));
        }

        /** What is told of each batch, in this order. Default none. */
        public Builder callbacks(List<? extends Callback> callbacks) {
            this.callbacks = List.copyOf(callbacks);
            return this;
        }

        private Predict build() {
            return new Predict(batchSize, verbose, steps, callbacks);
        }
    }
}
