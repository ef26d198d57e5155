package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The mean of each channel in bands of a sequence that are chosen so that as many come out as asked for, whatever the
 * input's size: band i of n over m elements goes from {@code ⌊i·m/n⌋} to {@code ⌈(i + 1)·m/n⌉}.
 *
 * <p>{@code (batch, steps, channels) → (batch, outputSize…, channels)}.
 *
 * <pre>{@code
 * AdaptiveAveragePooling1D.of(4)
 * }</pre>
 *
 * @param outputSize number of bands
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/pooling_layers/adaptive_average_pooling1d/">Keras: AdaptiveAveragePooling1D</a>
 */
public record AdaptiveAveragePooling1D(List<Integer> outputSize, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number of bands is not 1 or more */
    public AdaptiveAveragePooling1D {
        outputSize = Sizes.each("outputSize of AdaptiveAveragePooling1D", 1, 1, outputSize);
        Check.notNull(dataFormat, "dataFormat of AdaptiveAveragePooling1D");
    }

    /** As many bands. */
    public static AdaptiveAveragePooling1D of(int outputSize) {
        return of(List.of(outputSize));
    }

    /** As many bands, as a list of one number. */
    public static AdaptiveAveragePooling1D of(List<Integer> outputSize) {
        return of(outputSize, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static AdaptiveAveragePooling1D of(List<Integer> outputSize, DataFormat dataFormat) {
        return new AdaptiveAveragePooling1D(outputSize, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("AdaptiveAveragePooling1D", 1, dataFormat).bands(Reduce.Kind.MEAN, x, outputSize);
    }
}
