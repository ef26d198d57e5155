package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The largest of all inputs at each place: {@code max(a, b, …)}. Axes of length 1 are repeated as in NumPy; an input with fewer
 * axes gets such axes after the batch. A step that an input's mask leaves out is taken from the others.
 *
 * <pre>{@code
 * Tensor y = Maximum.of().apply(a, b);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/maximum/">Keras: Maximum</a>
 */
public record Maximum() implements Merge {
    /** The layer; it has no options. */
    public static Maximum of() {
        return new Maximum();
    }

    @Override
    public Tensor merge(List<Tensor> inputs, List<Tensor> masks) {
        return Extremes.of(inputs, masks, Tensor::maximum);
    }
}
