package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Zeros around a volume.
 *
 * <p>{@code (batch, depth, height, width, channels) → (batch, new depth, new height, new width, channels)}.
 *
 * <pre>{@code
 * ZeroPadding3D.of(1)
 * ZeroPadding3D.of(1, 2, 2)
 * ZeroPadding3D.of(List.of(List.of(1, 0), List.of(2, 3), List.of(0, 1)))
 * }</pre>
 *
 * @param padding how many at the start and at the end of depth, height and width: a pair for each; default 1
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/zero_padding3d/">Keras: ZeroPadding3D</a>
 */
public record ZeroPadding3D(List<List<Integer>> padding, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number is negative */
    public ZeroPadding3D {
        padding = Sizes.pairs("padding of ZeroPadding3D", 3, padding);
        Check.notNull(dataFormat, "dataFormat of ZeroPadding3D");
    }

    /** One on each side. */
    public static ZeroPadding3D of() {
        return of(1);
    }

    /** As many on each side. */
    public static ZeroPadding3D of(int padding) {
        return of(List.of(List.of(padding)));
    }

    /** As many at both ends of depth, height and width. */
    public static ZeroPadding3D of(int depth, int height, int width) {
        return of(List.of(List.of(depth), List.of(height), List.of(width)));
    }

    /** A pair for each axis: how many at the start and at the end. */
    public static ZeroPadding3D of(List<List<Integer>> padding) {
        return of(padding, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static ZeroPadding3D of(List<List<Integer>> padding, DataFormat dataFormat) {
        return new ZeroPadding3D(padding, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("ZeroPadding3D", 3, dataFormat).padded(x, padding);
    }
}
