package dev.sequential.metrics;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/** The weighted sum of the predictions themselves. */
public record Sum() implements Metric {
    public static Sum of() {
        return new Sum();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return yPred;
    }

    @Override
    public void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Tensor values = yPred;
        if (weight != null) {
            Tensor w = weight.cast(values.dtype());
            while (w.rank() < values.rank()) w = w.expandDims(-1);
            values = values.times(w);
        }
        Means.add(states, "total", values.sum());
    }

    @Override
    public Tensor result(States states) {
        return states.get("total", Shape.scalar());
    }

    @Override
    public String name() {
        return "sum";
    }
}
