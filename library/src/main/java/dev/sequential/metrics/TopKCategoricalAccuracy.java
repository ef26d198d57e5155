package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/**
 * How many samples have the prediction of the right class, given one-hot, among their k largest.
 *
 * @param k 1 or more; default 5
 */
public record TopKCategoricalAccuracy(int k) implements Metric {
    public TopKCategoricalAccuracy {
        Check.atLeast(1, k, "k");
    }

    public static TopKCategoricalAccuracy of() {
        return new TopKCategoricalAccuracy(5);
    }

    public static TopKCategoricalAccuracy of(int k) {
        return new TopKCategoricalAccuracy(k);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor classes = Targets.like(yPred, yTrue, name()).argMax(-1);
        return inTopK(Targets.oneHot(classes, yPred, -1), yPred, k);
    }

    /** 1 where fewer than k predictions are larger than the one marked. */
    static Tensor inTopK(Tensor oneHot, Tensor yPred, int k) {
        Tensor right = oneHot.times(yPred).sum(-1).expandDims(-1);
        Tensor better = yPred.greaterThan(right).sum(-1);
        return better.lessThan(k);
    }

    @Override
    public String name() {
        return "top_k_categorical_accuracy";
    }
}
