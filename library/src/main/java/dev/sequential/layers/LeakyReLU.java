package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Tensor;

/**
 * The rectifier that lets something through: {@code x} where {@code x >= 0}, else {@code negativeSlope * x}. Shape
 * unchanged.
 *
 * <pre>{@code
 * LeakyReLU.of(0.1)
 * }</pre>
 *
 * @param negativeSlope slope below 0, 0 or more; default 0.3, other than that of the function {@code leaky_relu}
 * @see <a href="https://keras.io/api/layers/activation_layers/leaky_relu/">Keras: LeakyReLU</a>
 */
public record LeakyReLU(double negativeSlope) implements LayerSpec {
    /** @throws IllegalArgumentException if the slope is negative */
    public LeakyReLU {
        Activations.leakyRelu(negativeSlope);
    }

    /** With Keras's slope, 0.3. */
    public static LeakyReLU of() {
        return of(0.3);
    }

    /** With a slope of your choice. */
    public static LeakyReLU of(double negativeSlope) {
        return new LeakyReLU(negativeSlope);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return Activations.leakyRelu(negativeSlope).apply(x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
