package dev.sequential;

import dev.sequential.data.Each;
import dev.sequential.engine.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How to train or test on one batch: {@code model.trainOnBatch(x, y, b -> b.resetMetrics(false))}.
 *
 * @param sampleWeight how much each sample counts
 * @param classWeight how much the samples of each class count in training
 * @param resetMetrics whether metrics are of this batch alone
 */
public record OnBatch(
        Optional<Each<INDArray>> sampleWeight, Optional<Each<Map<Integer, Double>>> classWeight, boolean resetMetrics) {
    /** The options that {@code options} sets, over the defaults. */
    public static OnBatch of(Consumer<Builder> options) {
        Builder builder = new Builder();
        Check.notNull(options, "options").accept(builder);
        return builder.build();
    }

    /** The options of {@code trainOnBatch} and {@code testOnBatch}. */
    public static final class Builder implements SampleWeighted<Builder> {
        private Optional<Each<INDArray>> sampleWeight = Optional.empty();
        private Optional<Each<Map<Integer, Double>>> classWeight = Optional.empty();
        private boolean resetMetrics = true;

        private Builder() {}

        @Override
        public Builder sampleWeight(Each<INDArray> sampleWeight) {
            this.sampleWeight = Optional.of(Check.notNull(sampleWeight, "sampleWeight"));
            return this;
        }

        /** How much the samples of each class count; multiplies the sample weights. Training only. Default 1 each. */
        public Builder classWeight(Map<Integer, ? extends Number> classWeight) {
            this.classWeight = Optional.of(new Each.All<>(ClassWeights.of(classWeight)));
            return this;
        }

        /** Class weights for each output in order; {@code null} is 1 each. */
        public Builder classWeight(List<? extends Map<Integer, ? extends Number>> classWeight) {
            this.classWeight = Optional.of(ClassWeights.of(classWeight));
            return this;
        }

        /** Class weights of one output; call it again for others. */
        public Builder classWeight(String output, Map<Integer, ? extends Number> classWeight) {
            this.classWeight = Optional.of(ClassWeights.with(this.classWeight, output, classWeight));
            return this;
        }

        /**
         * Whether metrics are of this batch alone (default), or go on from the batches before: all since the last that was
         * alone, that one too. Losses are always of this batch.
         */
        public Builder resetMetrics(boolean resetMetrics) {
            this.resetMetrics = resetMetrics;
            return this;
        }

        private OnBatch build() {
            return new OnBatch(sampleWeight, classWeight, resetMetrics);
        }
    }
}
