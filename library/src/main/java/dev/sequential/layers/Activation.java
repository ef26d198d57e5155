package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * An activation function as a layer of its own: {@code activation(x)}, shape unchanged.
 *
 * <pre>{@code
 * Activation.of("relu")
 * Activation.of(x -> x.times(x.sigmoid()))
 * }</pre>
 *
 * @param activation the function
 * @see <a href="https://keras.io/api/layers/core_layers/activation/">Keras: Activation</a>
 */
public record Activation(ActivationFunction activation) implements LayerSpec {
    /** @throws IllegalArgumentException if the function is null */
    public Activation {
        Check.notNull(activation, "activation of Activation");
    }

    /** An activation by Keras's name. */
    public static Activation of(String activation) {
        return of(Activations.of(activation));
    }

    /** An activation function, which may be a lambda. */
    public static Activation of(ActivationFunction activation) {
        return new Activation(activation);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return activation.apply(x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
