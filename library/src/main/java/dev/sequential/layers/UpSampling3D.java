package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * A volume made larger by repeating its elements: {@code (batch, depth, height, width, channels) → (batch, depth ·
 * size,
 * height · size, width · size, channels)}.
 *
 * <pre>{@code
 * UpSampling3D.of(2)
 * UpSampling3D.of(List.of(1, 2, 2))
 * }</pre>
 *
 * @param size factors of depth, height and width, one for all or one for each; default 2
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/up_sampling3d/">Keras: UpSampling3D</a>
 */
public record UpSampling3D(List<Integer> size, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a factor is below 1 */
    public UpSampling3D {
        size = Sizes.each("size of UpSampling3D", 3, 1, size);
        Check.notNull(dataFormat, "dataFormat of UpSampling3D");
    }

    /** Twice as deep, high and wide. */
    public static UpSampling3D of() {
        return of(2);
    }

    /** As many times as deep, high and wide. */
    public static UpSampling3D of(int size) {
        return of(List.of(size));
    }

    /** A factor for each axis. */
    public static UpSampling3D of(List<Integer> size) {
        return of(size, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static UpSampling3D of(List<Integer> size, DataFormat dataFormat) {
        return new UpSampling3D(size, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("UpSampling3D", 3, dataFormat).repeated(x, size);
    }
}
