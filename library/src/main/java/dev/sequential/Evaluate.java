package dev.sequential;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.Each;
import java.util.List;
import java.util.Map;
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
 */
public record Evaluate(
        OptionalInt batchSize,
        int verbose,
        Optional<Each<INDArray>> sampleWeight,
        OptionalInt steps,
        List<Callback> callbacks) {
    public Evaluate {
        Options.atLeastOne(batchSize, "batchSize");
        Options.verbose(verbose);
        Options.atLeastOne(steps, "steps");
        callbacks = Options.callbacks(callbacks);
    }

    /** The options that {@code options} sets, over the defaults. */
    public static Evaluate of(Consumer<Builder> options) {
        Builder builder = new Builder();
        options.accept(builder);
        return builder.build();
    }

    /** The options of {@code evaluate}. */
    public static final class Builder {
        private OptionalInt batchSize = OptionalInt.empty();
        private int verbose = 1;
        private Optional<Each<INDArray>> sampleWeight = Optional.empty();
        private OptionalInt steps = OptionalInt.empty();
        private List<Callback> callbacks = List.of();

        private Builder() {}

        /** Rows in a batch; changes the time, not the result. Default 32. */
        public Builder batchSize(int batchSize) {
            this.batchSize = OptionalInt.of(batchSize);
            return this;
        }

        /** 0 is silent, 1 (default) shows a bar, 2 a line at the end. */
        public Builder verbose(int verbose) {
            this.verbose = verbose;
            return this;
        }

        /** How much each sample counts in the loss and the weighted metrics: {@code (samples,)}. Default 1 each. */
        public Builder sampleWeight(INDArray sampleWeight) {
            this.sampleWeight = Optional.of(new Each.All<>(sampleWeight));
            return this;
        }

        /** Sample weights for each output in order; {@code null} is 1 each. */
        public Builder sampleWeight(List<INDArray> sampleWeight) {
            this.sampleWeight = Optional.of(new Each.Ordered<>(sampleWeight));
            return this;
        }

        /** Sample weights by the names of outputs; 1 each where none are given. */
        public Builder sampleWeight(Map<String, INDArray> sampleWeight) {
            this.sampleWeight = Optional.of(new Each.Named<>(sampleWeight));
            return this;
        }

        /** Only so many batches. Default all. */
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

        private Evaluate build() {
            return new Evaluate(batchSize, verbose, sampleWeight, steps, callbacks);
        }
    }
}
