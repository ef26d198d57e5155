package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.activations.Activations;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The rectifier as a layer: {@code x} where {@code x > threshold}, else {@code negativeSlope * (x - threshold)}, capped
 * at {@code maxValue}. Shape unchanged.
 *
 * <pre>{@code
 * ReLU.of()
 * ReLU.of(r -> r.maxValue(6).negativeSlope(0.1))
 * }</pre>
 *
 * @param maxValue largest value, 0 or more; none by default
 * @param negativeSlope slope below the threshold, 0 or more; default 0
 * @param threshold where the function leaves 0, 0 or more; default 0
 * @see <a href="https://keras.io/api/layers/activation_layers/relu/">Keras: ReLU</a>
 */
@Config
public record ReLU(OptionalDouble maxValue, double negativeSlope, double threshold) implements LayerSpec {
    /** @throws IllegalArgumentException if an option is negative */
    public ReLU {
        Activations.relu(r -> r.maxValue(maxValue).negativeSlope(negativeSlope).threshold(threshold));
    }

    /** {@code max(x, 0)}. */
    public static ReLU of() {
        return new ReLU(OptionalDouble.empty(), 0, 0);
    }

    /** A rectifier with options. */
    public static ReLU of(Consumer<ReLUBuilder> options) {
        ReLUBuilder builder = ReLUBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return Activations.relu(
                        r -> r.maxValue(maxValue).negativeSlope(negativeSlope).threshold(threshold))
                .apply(x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
