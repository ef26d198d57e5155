package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * The mean of each channel over all of an image.
 *
 * <p>{@code (batch, height, width, channels) → (batch, channels)}, with keepdims {@code (batch, 1, 1, channels)}.
 *
 * <pre>{@code
 * GlobalAveragePooling2D.of()
 * GlobalAveragePooling2D.of(g -> g.keepdims(true))
 * }</pre>
 *
 * @param dataFormat where the channels are; default last
 * @param keepdims whether the folded axes stay, with length 1; default false
 * @see <a href="https://keras.io/api/layers/pooling_layers/global_average_pooling2d/">Keras: GlobalAveragePooling2D</a>
 */
@Config
public record GlobalAveragePooling2D(DataFormat dataFormat, boolean keepdims) implements LayerSpec {
    public GlobalAveragePooling2D {
        Check.notNull(dataFormat, "dataFormat of GlobalAveragePooling2D");
    }

    /** One number for each channel. */
    public static GlobalAveragePooling2D of() {
        return new GlobalAveragePooling2D(DataFormat.CHANNELS_LAST, false);
    }

    /** With options. */
    public static GlobalAveragePooling2D of(Consumer<GlobalAveragePooling2DBuilder> options) {
        GlobalAveragePooling2DBuilder builder = GlobalAveragePooling2DBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("GlobalAveragePooling2D", 2, dataFormat);
        return space.checked(x).fold(Reduce.Kind.MEAN, keepdims, space.all());
    }
}
