package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The difference of two inputs: {@code a - b}. Axes of length 1 are repeated as in NumPy; an input with fewer
 * axes gets such axes after the batch.
 *
 * <pre>{@code
 * Tensor y = Subtract.of().apply(a, b);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/subtract/">Keras: Subtract</a>
 */
public record Subtract() implements Merge {
    /** The layer; it has no options. */
    public static Subtract of() {
        return new Subtract();
    }

    @Override
    public Tensor merge(List<Tensor> inputs, List<Tensor> masks) {
        Check.that(inputs.size() == 2, "Subtract takes 2 inputs, but received %d", inputs.size());
        return inputs.get(0).minus(inputs.get(1));
    }
}
