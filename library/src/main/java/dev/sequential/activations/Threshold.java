package dev.sequential.activations;

import dev.sequential.engine.Tensor;

/** {@code x} where {@code x > threshold}, else {@code defaultValue}. */
record Threshold(double threshold, double defaultValue) implements ActivationFunction {
    @Override
    public Tensor apply(Tensor x) {
        return x.greaterThan(threshold).select(x, x.like(defaultValue));
    }

    @Override
    public String toString() {
        return "threshold(" + threshold + ", " + defaultValue + ")";
    }
}
