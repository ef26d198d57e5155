package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** {@code (x + sqrt(x² + b)) / 2}. */
record Squareplus(double b) implements ActivationFunction {
    Squareplus {
        Check.notNegative(b, "b of squareplus");
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.plus(x.square().plus(b).sqrt()).times(0.5);
    }

    @Override
    public String toString() {
        return b == 4 ? "squareplus" : "squareplus(" + b + ")";
    }
}
