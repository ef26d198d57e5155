package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.Queueing;
import dev.sequential.engine.Check;
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
 * @param queueing how batches of a generator or Sequence are made ahead
 */
public record Predict(
        OptionalInt batchSize, int verbose, OptionalInt steps, List<Callback> callbacks, Queueing queueing) {
    public Predict {
        Options.atLeastOne(batchSize, "batchSize");
        Options.verbose(verbose);
        Options.atLeastOne(steps, "steps");
        callbacks = Options.callbacks(callbacks);
        Check.notNull(queueing, "queueing");
    }

    /** The options that {@code options} sets, over the defaults. */
    public static Predict of(Consumer<Builder> options) {
        Builder builder = new Builder();
        Check.notNull(options, "options").accept(builder);
        return builder.build();
    }

    /** The options of {@code predict}. */
    public static final class Builder extends PassBuilder<Builder> {
        private OptionalInt steps = OptionalInt.empty();

        private Builder() {
            super(0);
        }

        /** Only so many batches; the result has only their rows. Default all; needed for a generator. */
        public Builder steps(int steps) {
            this.steps = OptionalInt.of(steps);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        private Predict build() {
            return new Predict(batchSize, verbose, steps, callbacks, queueing());
        }
    }
}
