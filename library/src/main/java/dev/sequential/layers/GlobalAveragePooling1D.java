package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * The mean of each channel over all of a sequence. Masked steps do not count.
 *
 * <p>{@code (batch, steps, channels) → (batch, channels)}, with keepdims {@code (batch, 1, channels)}.
 *
 * <pre>{@code
 * GlobalAveragePooling1D.of()
 * GlobalAveragePooling1D.of(g -> g.keepdims(true))
 * }</pre>
 *
 * @param dataFormat where the channels are; default last
 * @param keepdims whether the folded axes stay, with length 1; default false
 * @see <a href="https://keras.io/api/layers/pooling_layers/global_average_pooling1d/">Keras: GlobalAveragePooling1D</a>
 */
@Config
public record GlobalAveragePooling1D(DataFormat dataFormat, boolean keepdims) implements LayerSpec {
    public GlobalAveragePooling1D {
        Check.notNull(dataFormat, "dataFormat of GlobalAveragePooling1D");
    }

    /** One number for each channel. */
    public static GlobalAveragePooling1D of() {
        return new GlobalAveragePooling1D(DataFormat.CHANNELS_LAST, false);
    }

    /** With options. */
    public static GlobalAveragePooling1D of(Consumer<GlobalAveragePooling1DBuilder> options) {
        GlobalAveragePooling1DBuilder builder = GlobalAveragePooling1DBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("GlobalAveragePooling1D", 1, dataFormat);
        int steps = space.first();
        Tensor mask = call.mask();
        if (mask == null) return space.checked(x).fold(Reduce.Kind.MEAN, keepdims, steps);
        Tensor counted = mask.cast(x.dtype()).expandDims(steps == 1 ? 2 : 1);
        Tensor sum = space.checked(x).times(counted).fold(Reduce.Kind.SUM, keepdims, steps);
        return sum.dividedBy(counted.fold(Reduce.Kind.SUM, keepdims, steps));
    }
}
