package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/**
 * How many samples have the prediction of the right class, given as a class number, among their k largest.
 *
 * @param k 1 or more; default 5
 */
public record SparseTopKCategoricalAccuracy(int k) implements Metric {
    public SparseTopKCategoricalAccuracy {
        Check.atLeast(1, k, "k");
    }

    public static SparseTopKCategoricalAccuracy of() {
        return new SparseTopKCategoricalAccuracy(5);
    }

    public static SparseTopKCategoricalAccuracy of(int k) {
        return new SparseTopKCategoricalAccuracy(k);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor classes = Targets.classes(yPred, yTrue, -1, name());
        return TopKCategoricalAccuracy.inTopK(Targets.oneHot(classes, yPred, -1), yPred, k);
    }

    @Override
    public String name() {
        return "sparse_top_k_categorical_accuracy";
    }
}
