package dev.sequential.layers;

import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;

/** Lengths and moments of vectors along some axes, which stay with length 1. */
final class Norms {
    private Norms() {}

    /** {@code x / max(‖x‖₂, 1e-12)} along the axes. */
    static Tensor unit(Tensor x, int... axes) {
        Tensor squares = x.square().fold(Reduce.Kind.SUM, true, axes);
        return x.times(squares.maximum(1e-24).rsqrt());
    }
}
