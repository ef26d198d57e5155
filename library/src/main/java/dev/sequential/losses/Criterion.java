package dev.sequential.losses;

import dev.sequential.engine.Tensor;
import dev.sequential.metrics.Metric;

/** A loss that, averaged over samples, is a metric too; as a metric its {@link #reduction()} does not matter. */
public interface Criterion extends Loss, Metric {
    @Override
    Tensor call(Tensor yTrue, Tensor yPred);

    @Override
    String name();

    @Override
    default void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Tensor values = call(yTrue, yPred);
        Tensor mask = mask(yTrue, values);
        if (mask != null) {
            if (mask.rank() == values.rank() + 1) mask = mask.squeeze(-1);
            Tensor counted = mask.cast(values.dtype());
            weight = weight == null ? counted : Reduction.NONE.reduce(counted, weight, null);
        }
        Metric.mean(states, values, weight);
    }
}
