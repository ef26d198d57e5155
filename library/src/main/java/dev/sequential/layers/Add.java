package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The sum of all inputs: {@code a + b + …}. Axes of length 1 are repeated as in NumPy; an input with fewer
 * axes gets such axes after the batch.
 *
 * <pre>{@code
 * Tensor y = Add.of().apply(a, b);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/add/">Keras: Add</a>
 */
public record Add() implements Merge {
    /** The layer; it has no options. */
    public static Add of() {
        return new Add();
    }

    @Override
    public Tensor merge(List<Tensor> inputs, List<Tensor> masks) {
        return inputs.stream().reduce(Tensor::plus).orElseThrow();
    }
}
