package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The largest number of each channel in bands of a volume that are chosen so that as many come out as asked for,
 * whatever the
 * input's size: band i of n over m elements goes from {@code ⌊i·m/n⌋} to {@code ⌈(i + 1)·m/n⌉}.
 *
 * <p>{@code (batch, depth, height, width, channels) → (batch, outputSize…, channels)}.
 *
 * <pre>{@code
 * AdaptiveMaxPooling3D.of(4)
 * }</pre>
 *
 * @param outputSize number of bands, one for all axes or one for each
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/pooling_layers/adaptive_max_pooling3d/">Keras: AdaptiveMaxPooling3D</a>
 */
public record AdaptiveMaxPooling3D(List<Integer> outputSize, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number of bands is not 1 or more */
    public AdaptiveMaxPooling3D {
        outputSize = Sizes.each("outputSize of AdaptiveMaxPooling3D", 3, 1, outputSize);
        Check.notNull(dataFormat, "dataFormat of AdaptiveMaxPooling3D");
    }

    /** As many bands on each axis. */
    public static AdaptiveMaxPooling3D of(int outputSize) {
        return of(List.of(outputSize));
    }

    /** Numbers of bands for each axis. */
    public static AdaptiveMaxPooling3D of(List<Integer> outputSize) {
        return of(outputSize, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static AdaptiveMaxPooling3D of(List<Integer> outputSize, DataFormat dataFormat) {
        return new AdaptiveMaxPooling3D(outputSize, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("AdaptiveMaxPooling3D", 3, dataFormat).bands(Reduce.Kind.MAX, x, outputSize);
    }
}
