package dev.sequential.activations;

import dev.sequential.engine.Tensor;

/**
 * A function of a layer's result, element by element or along the last axis. A lambda will do:
 * {@code Dense.of(8, d -> d.activation(x -> x.times(x.sigmoid())))}. Keras's own are in {@link Activations}.
 */
@FunctionalInterface
public interface ActivationFunction {
    /** The function's value, of the same shape. */
    Tensor apply(Tensor x);
}
