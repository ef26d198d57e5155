package dev.sequential.metrics;

import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/**
 * Pearson's correlation of target and prediction along an axis, averaged.
 *
 * @param axis of the vectors compared; default -1, the last
 */
public record PearsonCorrelation(int axis) implements Metric {
    public static PearsonCorrelation of() {
        return new PearsonCorrelation(-1);
    }

    public static PearsonCorrelation of(int axis) {
        return new PearsonCorrelation(axis);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor t = normal(Targets.like(yPred, yTrue, name()));
        return t.times(normal(yPred)).mean(axis);
    }

    private Tensor normal(Tensor x) {
        Tensor centered = x.minus(x.fold(Reduce.Kind.MEAN, true, axis));
        return centered.dividedBy(
                centered.square().fold(Reduce.Kind.MEAN, true, axis).sqrt());
    }

    @Override
    public String name() {
        return "pearson_correlation";
    }
}
