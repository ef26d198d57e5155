package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * The largest number of each channel over all of an image.
 *
 * <p>{@code (batch, height, width, channels) → (batch, channels)}, with keepdims {@code (batch, 1, 1, channels)}.
 *
 * <pre>{@code
 * GlobalMaxPooling2D.of()
 * GlobalMaxPooling2D.of(g -> g.keepdims(true))
 * }</pre>
 *
 * @param dataFormat where the channels are; default last
 * @param keepdims whether the folded axes stay, with length 1; default false
 * @see <a href="https://keras.io/api/layers/pooling_layers/global_max_pooling2d/">Keras: GlobalMaxPooling2D</a>
 */
@Config
public record GlobalMaxPooling2D(DataFormat dataFormat, boolean keepdims) implements LayerSpec {
    public GlobalMaxPooling2D {
        Check.notNull(dataFormat, "dataFormat of GlobalMaxPooling2D");
    }

    /** One number for each channel. */
    public static GlobalMaxPooling2D of() {
        return new GlobalMaxPooling2D(DataFormat.CHANNELS_LAST, false);
    }

    /** With options. */
    public static GlobalMaxPooling2D of(Consumer<GlobalMaxPooling2DBuilder> options) {
        GlobalMaxPooling2DBuilder builder = GlobalMaxPooling2DBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("GlobalMaxPooling2D", 2, dataFormat);
        return space.checked(x).fold(Reduce.Kind.MAX, keepdims, space.all());
    }
}
