package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/** {@code x} where {@code x >= 0}, else {@code negativeSlope * x}. */
record LeakyRelu(double negativeSlope) implements ActivationFunction {
    LeakyRelu {
        Check.notNegative(negativeSlope, "negativeSlope of leaky_relu");
    }

    @Override
    public Tensor apply(Tensor x) {
        return x.greaterOrEqual(0).select(x, x.times(negativeSlope));
    }

    @Override
    public String toString() {
        return negativeSlope == 0.2 ? "leaky_relu" : "leaky_relu(" + negativeSlope + ")";
    }
}
