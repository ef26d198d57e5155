package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/**
 * Each sample's vector n times: {@code (batch, features) → (batch, n, features)}.
 *
 * <pre>{@code
 * RepeatVector.of(3)
 * }</pre>
 *
 * @param n how often, 1 or more
 * @see <a href="https://keras.io/api/layers/reshaping_layers/repeat_vector/">Keras: RepeatVector</a>
 */
public record RepeatVector(int n) implements LayerSpec {
    /** @throws IllegalArgumentException if n is below 1 */
    public RepeatVector {
        Check.atLeast(1, n, "n of RepeatVector");
    }

    /** So many times. */
    public static RepeatVector of(int n) {
        return new RepeatVector(n);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() == 2, "RepeatVector expects shape (batch, features), but received %s", x.shape());
        return x.expandDims(1).broadcastTo(Shape.of(x.dim(0), n, x.dim(1)));
    }
}
