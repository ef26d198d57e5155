package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Ones;
import java.util.List;
import java.util.function.Consumer;

/**
 * Vectors of root mean square 1, then scaled: {@code scale · x/√(mean(x²) + epsilon)}. Shape unchanged. Weight, shaped
 * like the axes: scale.
 *
 * <pre>{@code
 * RMSNormalization.of()
 * }</pre>
 *
 * @param axis the axes that are normalised together; default the last
 * @param epsilon added to the mean square; default 0.000001
 * @see <a href="https://keras.io/api/layers/normalization_layers/rms_normalization/">Keras: RMSNormalization</a>
 * @see <a href="https://arxiv.org/abs/1910.07467">Zhang and Sennrich 2019</a>
 */
@Config
public record RMSNormalization(List<Integer> axis, double epsilon) implements LayerSpec {
    /** @throws IllegalArgumentException if there is no axis or epsilon is negative */
    public RMSNormalization {
        axis = List.copyOf(axis);
        Check.that(!axis.isEmpty(), "axis of RMSNormalization must not be empty");
        Check.notNegative(epsilon, "epsilon of RMSNormalization");
    }

    /** Over the last axis. */
    public static RMSNormalization of() {
        return new RMSNormalization(List.of(-1), 1e-6);
    }

    /** With options. */
    public static RMSNormalization of(Consumer<RMSNormalizationBuilder> options) {
        RMSNormalizationBuilder builder = RMSNormalizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        int[] axes = Norms.axes(axis, x);
        Tensor scale = call.weight("scale", Norms.lengths(x, axes), Ones.of());
        Tensor unscaled = x.times(Norms.mean(x.square(), axes).plus(epsilon).rsqrt());
        return unscaled.times(Norms.spread(scale, x, axes));
    }
}
