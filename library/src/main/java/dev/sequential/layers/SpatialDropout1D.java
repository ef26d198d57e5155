package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * {@link Dropout} of whole channels: in training a channel of a sample is 0 everywhere along time or nowhere.
 * {@code (batch, time, channels)}, shape unchanged.
 *
 * <pre>{@code
 * SpatialDropout1D.of(0.2)
 * }</pre>
 *
 * @param rate probability of 0, from 0 to 1
 * @param seed makes the choice independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/regularization_layers/spatial_dropout1d/">Keras: SpatialDropout1D</a>
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2014</a>
 */
@Config
public record SpatialDropout1D(double rate, OptionalLong seed) implements LayerSpec {
    /** @throws IllegalArgumentException if rate is not from 0 to 1 */
    public SpatialDropout1D {
        Check.between(0, 1, rate, "rate of SpatialDropout1D");
        Check.notNull(seed, "seed of SpatialDropout1D");
    }

    /** A dropout of this rate. */
    public static SpatialDropout1D of(double rate) {
        return new SpatialDropout1D(rate, OptionalLong.empty());
    }

    /** A dropout of this rate with options. */
    public static SpatialDropout1D of(double rate, Consumer<SpatialDropout1DBuilder> options) {
        SpatialDropout1DBuilder builder = SpatialDropout1DBuilder.builder(of(rate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() == 3, "SpatialDropout1D expects 3 axes, but received shape %s", x.shape());
        Shape kept = Shape.of(Shape.UNKNOWN, 1, Shape.UNKNOWN);
        return new Dropout(rate, Optional.of(kept), seed).call(call, x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
