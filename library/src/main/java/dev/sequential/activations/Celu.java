package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** {@code max(x, 0) + alpha * (e^(min(x, 0) / alpha) - 1)}. */
record Celu(double alpha) implements ActivationFunction {
    Celu {
        Check.that(
                alpha != 0 && Double.isFinite(alpha),
                "alpha of celu must be a number other than 0, but received %s",
                alpha);
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.maximum(0).plus(x.minimum(0).dividedBy(alpha).expm1().times(alpha));
    }

    @Override
    public String toString() {
        return alpha == 1 ? "celu" : "celu(" + alpha + ")";
    }
}
