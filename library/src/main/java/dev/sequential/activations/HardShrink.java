package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** {@code x} where {@code |x| > threshold}, else 0. */
record HardShrink(double threshold) implements ActivationFunction {
    HardShrink {
        Check.notNegative(threshold, "threshold of hard_shrink");
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.abs().greaterThan(threshold).select(x, x.like(0));
    }

    @Override
    public String toString() {
        return threshold == 0.5 ? "hard_shrink" : "hard_shrink(" + threshold + ")";
    }
}
