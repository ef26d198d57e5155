package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Zeros around an image.
 *
 * <p>{@code (batch, height, width, channels) → (batch, new height, new width, channels)}.
 *
 * <pre>{@code
 * ZeroPadding2D.of(1)
 * ZeroPadding2D.of(1, 2)
 * ZeroPadding2D.of(List.of(List.of(1, 0), List.of(2, 3)))
 * }</pre>
 *
 * @param padding how many at the start and at the end of height and width: a pair for each; default 1
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/zero_padding2d/">Keras: ZeroPadding2D</a>
 */
public record ZeroPadding2D(List<List<Integer>> padding, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number is negative */
    public ZeroPadding2D {
        padding = Sizes.pairs("padding of ZeroPadding2D", 2, padding);
        Check.notNull(dataFormat, "dataFormat of ZeroPadding2D");
    }

    /** One on each side. */
    public static ZeroPadding2D of() {
        return of(1);
    }

    /** As many on each side. */
    public static ZeroPadding2D of(int padding) {
        return of(List.of(List.of(padding)));
    }

    /** As many at both ends of height and width. */
    public static ZeroPadding2D of(int height, int width) {
        return of(List.of(List.of(height), List.of(width)));
    }

    /** A pair for each axis: how many at the start and at the end. */
    public static ZeroPadding2D of(List<List<Integer>> padding) {
        return of(padding, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static ZeroPadding2D of(List<List<Integer>> padding, DataFormat dataFormat) {
        return new ZeroPadding2D(padding, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("ZeroPadding2D", 2, dataFormat).padded(x, padding);
    }
}
