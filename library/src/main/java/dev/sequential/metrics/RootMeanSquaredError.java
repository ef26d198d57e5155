package dev.sequential.metrics;

import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/** The root of the mean squared error over all batches. */
public record RootMeanSquaredError() implements Metric {
    public static RootMeanSquaredError of() {
        return new RootMeanSquaredError();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return Targets.like(yPred, yTrue, name()).minus(yPred).square();
    }

    @Override
    public Tensor result(States states) {
        return Means.result(states).sqrt();
    }

    @Override
    public String name() {
        return "root_mean_squared_error";
    }
}
