package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Tensor;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training adds normal noise of mean 0: {@code x + N(0, stddev)}; otherwise passes everything on. Shape unchanged.
 *
 * <pre>{@code
 * GaussianNoise.of(0.1)
 * }</pre>
 *
 * @param stddev deviation of the noise, 0 or more
 * @param seed makes the noise independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/regularization_layers/gaussian_noise/">Keras: GaussianNoise</a>
 */
@Config
public record GaussianNoise(double stddev, OptionalLong seed) implements LayerSpec {
    /** @throws IllegalArgumentException if stddev is negative */
    public GaussianNoise {
        Check.notNegative(stddev, "stddev of GaussianNoise");
        Check.notNull(seed, "seed of GaussianNoise");
    }

    /** Noise of this deviation. */
    public static GaussianNoise of(double stddev) {
        return new GaussianNoise(stddev, OptionalLong.empty());
    }

    /** Noise of this deviation with options. */
    public static GaussianNoise of(double stddev, Consumer<GaussianNoiseBuilder> options) {
        GaussianNoiseBuilder builder = GaussianNoiseBuilder.builder(of(stddev));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        if (!call.training() || stddev == 0) return x;
        return x.plus(call.random(RandomOp.Kind.NORMAL, 0, stddev, x.shape(), seed));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
