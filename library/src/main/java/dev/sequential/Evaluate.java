package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.Each;
import dev.sequential.data.Queueing;
import dev.sequential.engine.Check;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How to measure: {@code model.evaluate(x, y, e -> e.batchSize(128).verbose(0))}.
 *
 * @param batchSize rows in a batch
 * @param verbose 0 silent, 1 a bar, 2 a line
 * @param sampleWeight how much each sample counts
 * @param steps only so many batches
 * @param callbacks told of every batch, in this order
 * @param queueing how batches of a generator or Sequence are made ahead
 */
public record Evaluate(
        OptionalInt batchSize,
        int verbose,
        Optional<Each<INDArray>> sampleWeight,
        OptionalInt steps,
        List<Callback> callbacks,
        Queueing queueing) {
    public Evaluate {
        Options.atLeastOne(batchSize, "batchSize");
        Options.verbose(verbose);
        Options.atLeastOne(steps, "steps");
        callbacks = Options.callbacks(callbacks);
        Check.notNull(queueing, "queueing");
    }

    /** The options that {@code options} sets, over the defaults. */
    public static Evaluate of(Consumer<Builder> options) {
        return of(1, options);
    }

    /** The options that {@code options} sets, over the defaults but for this verbosity. */
    static Evaluate of(int verbose, Consumer<Builder> options) {
        Builder builder = new Builder(verbose);
        Check.notNull(options, "options").accept(builder);
        return builder.build();
    }

    /** The options of {@code evaluate}. */
    public static final class Builder extends PassBuilder<Builder> implements SampleWeighted<Builder> {
        private Optional<Each<INDArray>> sampleWeight = Optional.empty();
        private OptionalInt steps = OptionalInt.empty();

        private Builder(int verbose) {
            super(verbose);
        }

        @Override
        public Builder sampleWeight(Each<INDArray> sampleWeight) {
            this.sampleWeight = Optional.of(Check.notNull(sampleWeight, "sampleWeight"));
            return this;
        }

        /** Only so many batches. Default all; needed for a generator. */
        public Builder steps(int steps) {
            this.steps = OptionalInt.of(steps);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        private Evaluate build() {
            return new Evaluate(batchSize, verbose, sampleWeight, steps, callbacks, queueing());
        }
    }
}
