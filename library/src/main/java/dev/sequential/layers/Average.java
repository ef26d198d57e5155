package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The mean of all inputs: {@code (a + b + …) / n}. Axes of length 1 are repeated as in NumPy; an input with fewer
 * axes gets such axes after the batch.
 *
 * <pre>{@code
 * Tensor y = Average.of().apply(a, b);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/average/">Keras: Average</a>
 */
public record Average() implements Merge {
    /** The layer; it has no options. */
    public static Average of() {
        return new Average();
    }

    @Override
    public Tensor merge(List<Tensor> inputs, List<Tensor> masks) {
        return inputs.stream().reduce(Tensor::plus).orElseThrow().dividedBy(inputs.size());
    }
}
