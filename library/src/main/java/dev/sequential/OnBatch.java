package dev.sequential;

import dev.sequential.data.Each;
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
        options.accept(builder);
        return builder.build();
    }

    /** The options of {@code trainOnBatch} and {@code testOnBatch}. */
    public static final class Builder {
        private Optional<Each<INDArray>> sampleWeight = Optional.empty();
        private Optional<Each<Map<Integer, Double>>> classWeight = Optional.empty();
        private boolean resetMetrics = true;

        private Builder() {}

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

        /** How much the samples of each class count; multiplies the sample weights. Training only. Default 1 each. */
        public Builder classWeight(Map<Integer, ? extends Number> classWeight) {
            this.classWeight = Optional.of(new Each.All<>(ClassWeights.of(classWeight)));
            return this;
        }

        /** Class weights of one output; call it again for others. */
        public Builder classWeight(String output, Map<Integer, ? extends Number> classWeight) {
            this.classWeight = Optional.of(ClassWeights.with(this.classWeight, output, classWeight));
            return this;
        }

        /** Whether metrics are of this batch alone (default) or go on from the batches before. */
        public Builder resetMetrics(boolean resetMetrics) {
            this.resetMetrics = resetMetrics;
            return this;
        }

        private OnBatch build() {
            return new OnBatch(sampleWeight, classWeight, resetMetrics);
        }
    }
}
