package dev.sequential.activations;

import dev.sequential.engine.Tensor;

/** {@code x * Φ(x)}, the normal distribution exact or by the usual tanh formula (Hendrycks and Gimpel, 2016). */
record Gelu(boolean approximate) implements ActivationFunction {
    @Override
    public Tensor apply(Tensor x) {
        Tensor twicePhi;
        if (approximate) {
            Tensor cubic = x.times(x.square().affine(0.044715, 1));
            twicePhi = cubic.times(Math.sqrt(2 / Math.PI)).tanh().plus(1);
        } else {
            twicePhi = x.times(Math.sqrt(0.5)).erf().plus(1);
        }
        return x.times(0.5).times(twicePhi);
    }

    @Override
    public String toString() {
        return approximate ? "gelu(approximate)" : "gelu";
    }
}
