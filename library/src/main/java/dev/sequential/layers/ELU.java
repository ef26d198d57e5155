package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Tensor;

/**
 * The exponential linear unit: {@code x} where {@code x > 0}, else {@code alpha * (e^x - 1)}. Shape unchanged.
 *
 * <pre>{@code
 * ELU.of(0.5)
 * }</pre>
 *
 * @param alpha what very negative numbers go to, times -1; default 1
 * @see <a href="https://keras.io/api/layers/activation_layers/elu/">Keras: ELU</a>
 * @see <a href="https://arxiv.org/abs/1511.07289">Clevert et al. 2015</a>
 */
public record ELU(double alpha) implements LayerSpec {
    /** With alpha 1. */
    public static ELU of() {
        return of(1);
    }

    /** With an alpha of your choice. */
    public static ELU of(double alpha) {
        return new ELU(alpha);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return Activations.elu(alpha).apply(x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
