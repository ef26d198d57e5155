package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * The mean of each channel over all of a volume.
 *
 * <p>{@code (batch, depth, height, width, channels) → (batch, channels)}, with keepdims {@code (batch, 1, 1, 1,
 * channels)}.
 *
 * <pre>{@code
 * GlobalAveragePooling3D.of()
 * GlobalAveragePooling3D.of(g -> g.keepdims(true))
 * }</pre>
 *
 * @param dataFormat where the channels are; default last
 * @param keepdims whether the folded axes stay, with length 1; default false
 * @see <a href="https://keras.io/api/layers/pooling_layers/global_average_pooling3d/">Keras: GlobalAveragePooling3D</a>
 */
@Config
public record GlobalAveragePooling3D(DataFormat dataFormat, boolean keepdims) implements LayerSpec {
    public GlobalAveragePooling3D {
        Check.notNull(dataFormat, "dataFormat of GlobalAveragePooling3D");
    }

    /** One number for each channel. */
    public static GlobalAveragePooling3D of() {
        return new GlobalAveragePooling3D(DataFormat.CHANNELS_LAST, false);
    }

    /** With options. */
    public static GlobalAveragePooling3D of(Consumer<GlobalAveragePooling3DBuilder> options) {
        GlobalAveragePooling3DBuilder builder = GlobalAveragePooling3DBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("GlobalAveragePooling3D", 3, dataFormat);
        return space.checked(x).fold(Reduce.Kind.MEAN, keepdims, space.all());
    }
}
