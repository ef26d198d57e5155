package dev.sequential.metrics;

import dev.sequential.engine.Reduce;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/**
 * Concordance of target and prediction along an axis, averaged: like a correlation, but lowered by a difference of mean or
 * scale (Lin, 1989).
 *
 * @param axis of the vectors compared; default -1, the last
 */
public record ConcordanceCorrelation(int axis) implements Metric {
    public static ConcordanceCorrelation of() {
        return new ConcordanceCorrelation(-1);
    }

    public static ConcordanceCorrelation of(int axis) {
        return new ConcordanceCorrelation(axis);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor t = Targets.like(yPred, yTrue, name());
        Tensor tMean = mean(t);
        Tensor pMean = mean(yPred);
        Tensor variances =
                mean(t.minus(tMean).square()).plus(mean(yPred.minus(pMean).square()));
        Tensor covariance = t.minus(pMean).times(yPred.minus(pMean));
        Tensor norm = variances.plus(tMean.minus(pMean).square()).plus(Safe.EPSILON);
        return covariance.times(2).dividedBy(norm).mean(axis);
    }

    private Tensor mean(Tensor x) {
        return x.fold(Reduce.Kind.MEAN, true, axis);
    }

    @Override
    public String name() {
        return "concordance_correlation";
    }
}
