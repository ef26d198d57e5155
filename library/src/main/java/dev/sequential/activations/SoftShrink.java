package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** {@code x - threshold} above the threshold, {@code x + threshold} below its negative, 0 between. */
record SoftShrink(double threshold) implements ActivationFunction {
    SoftShrink {
        Check.notNegative(threshold, "threshold of soft_shrink");
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor nearer = x.minus(x.sign().times(threshold));
        return x.abs().greaterThan(threshold).select(nearer, x.like(0));
    }

    @Override
    public String toString() {
        return threshold == 0.5 ? "soft_shrink" : "soft_shrink(" + threshold + ")";
    }
}
