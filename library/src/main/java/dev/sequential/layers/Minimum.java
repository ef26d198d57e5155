package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The smallest of all inputs at each place: {@code min(a, b, …)}. Axes of length 1 are repeated as in NumPy; an input with fewer
 * axes gets such axes after the batch. A step that an input's mask leaves out is taken from the others.
 *
 * <pre>{@code
 * Tensor y = Minimum.of().apply(a, b);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/minimum/">Keras: Minimum</a>
 */
public record Minimum() implements Merge {
    /** The layer; it has no options. */
    public static Minimum of() {
        return new Minimum();
    }

    @Override
    public Tensor merge(List<Tensor> inputs, List<Tensor> masks) {
        return Extremes.of(inputs, masks, Tensor::minimum);
    }
}
