package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Tensor;

/**
 * Passes its input on: {@code x}, shape unchanged.
 *
 * <pre>{@code
 * Sequential.of(Input.of(4), Identity.of().named("tap"), Dense.of(1))
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/identity/">Keras: Identity</a>
 */
public record Identity() implements LayerSpec {
    /** The layer; it has no options. */
    public static Identity of() {
        return new Identity();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return x;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
