package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * The mean of a function of targets and predictions; {@link Metric#of} gives it a name.
 *
 * @param fn values per sample, a lambda or a metric
 */
public record MeanMetricWrapper(Metric fn) implements Metric {
    public MeanMetricWrapper {
        Check.notNull(fn, "fn");
    }

    public static MeanMetricWrapper of(Metric fn) {
        return new MeanMetricWrapper(fn);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return fn.call(yTrue, yPred);
    }

    @Override
    public String name() {
        return "mean_metric_wrapper";
    }
}
