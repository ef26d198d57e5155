package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** {@code x} where {@code x > 0}, else {@code alpha * (e^x - 1)}. */
record Elu(double alpha) implements ActivationFunction {
    Elu {
        Check.that(Double.isFinite(alpha), "alpha of elu must be a number, but received %s", alpha);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor positive = x.greaterThan(0);
        Tensor negative = positive.select(x.like(0), x);
        return positive.select(x, negative.expm1().times(alpha));
    }

    @Override
    public String toString() {
        return alpha == 1 ? "elu" : "elu(" + alpha + ")";
    }
}
