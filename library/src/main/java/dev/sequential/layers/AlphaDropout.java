package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * {@link Dropout} that keeps mean and variance, for networks of {@code selu}: in training dropped numbers become
 * {@code α = -1.7580993}, then everything becomes {@code a·x + b} with {@code a = ((1 - rate)(1 + rate·α²))^-½} and
 * {@code b = -a·α·rate}. Shape unchanged.
 *
 * <pre>{@code
 * AlphaDropout.of(0.1)
 * }</pre>
 *
 * @param rate probability of being dropped, from 0 to below 1
 * @param noiseShape shape of the mask, whose axes of length 1 are repeated; default the input's
 * @param seed makes the mask independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/regularization_layers/alpha_dropout/">Keras: AlphaDropout</a>
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
@Config
public record AlphaDropout(double rate, Optional<Shape> noiseShape, OptionalLong seed) implements LayerSpec {
    private static final double ALPHA = -1.6732632423543772 * 1.0507009873554805;

    /** @throws IllegalArgumentException if rate is not from 0 to below 1 */
    public AlphaDropout {
        Check.that(rate >= 0 && rate < 1, "rate of AlphaDropout must be from 0 to below 1, but received %s", rate);
        Check.notNull(noiseShape, "noiseShape of AlphaDropout");
        Check.notNull(seed, "seed of AlphaDropout");
    }

    /** A dropout of this rate. */
    public static AlphaDropout of(double rate) {
        return new AlphaDropout(rate, Optional.empty(), OptionalLong.empty());
    }

    /** A dropout of this rate with options. */
    public static AlphaDropout of(double rate, Consumer<AlphaDropoutBuilder> options) {
        AlphaDropoutBuilder builder = AlphaDropoutBuilder.builder(of(rate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        if (!call.training() || rate == 0) return x;
        Shape noise = Noise.shape(noiseShape, x.shape(), "AlphaDropout");
        Tensor kept = call.random(RandomOp.Kind.BERNOULLI, 1 - rate, 1, noise, seed);
        double a = 1 / Math.sqrt((1 - rate) * (1 + rate * ALPHA * ALPHA));
        Tensor dropped = kept.from(1).times(ALPHA);
        return x.times(kept).plus(dropped).affine(a, -a * ALPHA * rate);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
