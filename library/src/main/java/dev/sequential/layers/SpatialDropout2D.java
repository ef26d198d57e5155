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
 * {@link Dropout} of whole channels: in training a channel of a sample is 0 everywhere along height and width or nowhere.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * SpatialDropout2D.of(0.2)
 * }</pre>
 *
 * @param rate probability of 0, from 0 to 1
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/regularization_layers/spatial_dropout2d/">Keras: SpatialDropout2D</a>
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2014</a>
 */
@Config
public record SpatialDropout2D(double rate, OptionalLong seed, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if rate is not from 0 to 1 */
    public SpatialDropout2D {
        Check.between(0, 1, rate, "rate of SpatialDropout2D");
        Check.notNull(seed, "seed of SpatialDropout2D");
        Check.notNull(dataFormat, "dataFormat of SpatialDropout2D");
    }

    /** A dropout of this rate. */
    public static SpatialDropout2D of(double rate) {
        return new SpatialDropout2D(rate, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** A dropout of this rate with options. */
    public static SpatialDropout2D of(double rate, Consumer<SpatialDropout2DBuilder> options) {
        SpatialDropout2DBuilder builder = SpatialDropout2DBuilder.builder(of(rate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() == 4, "SpatialDropout2D expects 4 axes, but received shape %s", x.shape());
        Shape kept = dataFormat == DataFormat.CHANNELS_LAST
                ? Shape.of(Shape.UNKNOWN, 1, 1, Shape.UNKNOWN)
                : Shape.of(Shape.UNKNOWN, Shape.UNKNOWN, 1, 1);
        return new Dropout(rate, Optional.of(kept), seed).call(call, x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
