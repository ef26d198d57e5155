package dev.sequential.metrics;

import dev.sequential.engine.Tensor;

/** The weighted mean of the predictions themselves. */
public record Mean() implements Metric {
    public static Mean of() {
        return new Mean();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return yPred;
    }

    @Override
    public String name() {
        return "mean";
    }
}
