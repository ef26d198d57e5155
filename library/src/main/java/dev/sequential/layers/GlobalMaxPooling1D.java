package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * The largest number of each channel over all of a sequence.
 *
 * <p>{@code (batch, steps, channels) → (batch, channels)}, with keepdims {@code (batch, 1, channels)}.
 *
 * <pre>{@code
 * GlobalMaxPooling1D.of()
 * GlobalMaxPooling1D.of(g -> g.keepdims(true))
 * }</pre>
 *
 * @param dataFormat where the channels are; default last
 * @param keepdims whether the folded axes stay, with length 1; default false
 * @see <a href="https://keras.io/api/layers/pooling_layers/global_max_pooling1d/">Keras: GlobalMaxPooling1D</a>
 */
@Config
public record GlobalMaxPooling1D(DataFormat dataFormat, boolean keepdims) implements LayerSpec {
    public GlobalMaxPooling1D {
        Check.notNull(dataFormat, "dataFormat of GlobalMaxPooling1D");
    }

    /** One number for each channel. */
    public static GlobalMaxPooling1D of() {
        return new GlobalMaxPooling1D(DataFormat.CHANNELS_LAST, false);
    }

    /** With options. */
    public static GlobalMaxPooling1D of(Consumer<GlobalMaxPooling1DBuilder> options) {
        GlobalMaxPooling1DBuilder builder = GlobalMaxPooling1DBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("GlobalMaxPooling1D", 1, dataFormat);
        return space.checked(x).fold(Reduce.Kind.MAX, keepdims, space.all());
    }
}
