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
 * {@link Dropout} of whole channels: in training a channel of a sample is 0 everywhere along all three axes or nowhere.
 * {@code (batch, depth, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * SpatialDropout3D.of(0.2)
 * }</pre>
 *
 * @param rate probability of 0, from 0 to 1
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/regularization_layers/spatial_dropout3d/">Keras: SpatialDropout3D</a>
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2014</a>
 */
@Config
public record SpatialDropout3D(double rate, OptionalLong seed, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if rate is not from 0 to 1 */
    public SpatialDropout3D {
        Check.between(0, 1, rate, "rate of SpatialDropout3D");
        Check.notNull(seed, "seed of SpatialDropout3D");
        Check.notNull(dataFormat, "dataFormat of SpatialDropout3D");
    }

    /** A dropout of this rate. */
    public static SpatialDropout3D of(double rate) {
        return new SpatialDropout3D(rate, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** A dropout of this rate with options. */
    public static SpatialDropout3D of(double rate, Consumer<SpatialDropout3DBuilder> options) {
        SpatialDropout3DBuilder builder = SpatialDropout3DBuilder.builder(of(rate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() == 5, "SpatialDropout3D expects 5 axes, but received shape %s", x.shape());
        Shape kept = dataFormat == DataFormat.CHANNELS_LAST
                ? Shape.of(Shape.UNKNOWN, 1, 1, 1, Shape.UNKNOWN)
                : Shape.of(Shape.UNKNOWN, Shape.UNKNOWN, 1, 1, 1);
        return new Dropout(rate, Optional.of(kept), seed).call(call, x);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
