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
 * In training multiplies with normal noise of mean 1: {@code x · N(1, √(rate/(1 - rate)))}; otherwise passes everything
 * on. Shape unchanged.
 *
 * <pre>{@code
 * GaussianDropout.of(0.2)
 * }</pre>
 *
 * @param rate as that of a {@link Dropout} of the same effect, from 0 to below 1
 * @param seed makes the noise independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/regularization_layers/gaussian_dropout/">Keras: GaussianDropout</a>
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014</a>
 */
@Config
public record GaussianDropout(double rate, OptionalLong seed) implements LayerSpec {
    /** @throws IllegalArgumentException if rate is not from 0 to below 1 */
    public GaussianDropout {
        Check.that(rate >= 0 && rate < 1, "rate of GaussianDropout must be from 0 to below 1, but received %s", rate);
        Check.notNull(seed, "seed of GaussianDropout");
    }

    /** Noise of this rate. */
    public static GaussianDropout of(double rate) {
        return new GaussianDropout(rate, OptionalLong.empty());
    }

    /** Noise of this rate with options. */
    public static GaussianDropout of(double rate, Consumer<GaussianDropoutBuilder> options) {
        GaussianDropoutBuilder builder = GaussianDropoutBuilder.builder(of(rate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        if (!call.training() || rate == 0) return x;
        return x.times(call.random(RandomOp.Kind.NORMAL, 1, Math.sqrt(rate / (1 - rate)), x.shape(), seed));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
