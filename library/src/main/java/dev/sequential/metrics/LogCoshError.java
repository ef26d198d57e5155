package dev.sequential.metrics;

import dev.sequential.engine.Tensor;
import dev.sequential.losses.LogCosh;

/** The mean of {@code ln cosh(p - t)}. */
public record LogCoshError() implements Metric {
    public static LogCoshError of() {
        return new LogCoshError();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return LogCosh.of().call(yTrue, yPred);
    }

    @Override
    public String name() {
        return "logcosh";
    }
}
