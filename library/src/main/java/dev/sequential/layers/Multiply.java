package dev.sequential.layers;

import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The product of all inputs: {@code a · b · …}. Axes of length 1 are repeated as in NumPy; an input with fewer
 * axes gets such axes after the batch. Steps that an input's mask leaves out count as 1, and as 0 if all leave them out.
 *
 * <pre>{@code
 * Tensor y = Multiply.of().apply(a, b);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/merging_layers/multiply/">Keras: Multiply</a>
 */
public record Multiply() implements Merge {
    /** The layer; it has no options. */
    public static Multiply of() {
        return new Multiply();
    }

    @Override
    public Tensor merge(List<Tensor> inputs, List<Tensor> masks) {
        Tensor product = null;
        Tensor any = null;
        for (int i = 0; i < inputs.size(); i++) {
            Tensor mask = masks.get(i);
            Tensor x = mask == null
                    ? inputs.get(i)
                    : mask.select(inputs.get(i), inputs.get(i).like(1));
            product = product == null ? x : product.times(x);
            any = i == 0 ? mask : any == null || mask == null ? null : any.maximum(mask);
        }
        return any == null ? product : any.select(product, product.like(0));
    }
}
