package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** A metric under another name. */
record Named(String name, Metric metric) implements Metric {
    Named {
        Check.that(name != null && !name.isBlank(), "name of a metric must not be empty");
        Check.notNull(metric, "metric");
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return metric.call(yTrue, yPred);
    }

    @Override
    public void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        metric.update(states, yTrue, yPred, weight);
    }

    @Override
    public Tensor result(States states) {
        return metric.result(states);
    }
}
