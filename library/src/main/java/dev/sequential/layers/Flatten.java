package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/**
 * All axes but the batch folded into one, in row-major order: {@code (batch, a, b, …) → (batch, a·b·…)}.
 *
 * <pre>{@code
 * Sequential.of(Input.of(28, 28), Flatten.of(), Dense.of(10, "softmax"))
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/flatten/">Keras: Flatten</a>
 */
public record Flatten() implements LayerSpec {
    /** The layer; it has no options. */
    public static Flatten of() {
        return new Flatten();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() >= 1, "Flatten expects shape (batch, …), but received %s", x.shape());
        Shape rest = x.shape().slice(1, x.rank());
        return x.reshape(x.dim(0), rest.isKnown() ? rest.size() : Shape.UNKNOWN);
    }
}
