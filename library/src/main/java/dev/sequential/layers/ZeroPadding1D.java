package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Zeros around a sequence.
 *
 * <p>{@code (batch, steps, channels) → (batch, new steps, channels)}.
 *
 * <pre>{@code
 * ZeroPadding1D.of(2)
 * ZeroPadding1D.of(1, 3)
 * }</pre>
 *
 * @param padding how many at the start and at the end; one number stands for both; default 1
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/zero_padding1d/">Keras: ZeroPadding1D</a>
 */
public record ZeroPadding1D(List<Integer> padding, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number is negative */
    public ZeroPadding1D {
        padding = Sizes.pairs("padding of ZeroPadding1D", 1, List.of(padding)).get(0);
        Check.notNull(dataFormat, "dataFormat of ZeroPadding1D");
    }

    /** One on each side. */
    public static ZeroPadding1D of() {
        return of(1);
    }

    /** As many at the start and at the end. */
    public static ZeroPadding1D of(int padding) {
        return of(padding, padding);
    }

    /** So many at the start and at the end. */
    public static ZeroPadding1D of(int before, int after) {
        return new ZeroPadding1D(List.of(before, after), DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static ZeroPadding1D of(List<Integer> padding, DataFormat dataFormat) {
        return new ZeroPadding1D(padding, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("ZeroPadding1D", 1, dataFormat).padded(x, List.of(padding));
    }
}
