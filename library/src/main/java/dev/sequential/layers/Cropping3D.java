package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Elements taken off the borders of a volume.
 *
 * <p>{@code (batch, depth, height, width, channels) → (batch, new depth, new height, new width, channels)}.
 *
 * <pre>{@code
 * Cropping3D.of(1)
 * Cropping3D.of(1, 2, 2)
 * Cropping3D.of(List.of(List.of(1, 0), List.of(2, 3), List.of(0, 1)))
 * }</pre>
 *
 * @param cropping how many at the start and at the end of depth, height and width: a pair for each; default 1
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/cropping3d/">Keras: Cropping3D</a>
 */
public record Cropping3D(List<List<Integer>> cropping, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number is negative; when it is called, if nothing would be left */
    public Cropping3D {
        cropping = Sizes.pairs("cropping of Cropping3D", 3, cropping);
        Check.notNull(dataFormat, "dataFormat of Cropping3D");
    }

    /** One on each side. */
    public static Cropping3D of() {
        return of(1);
    }

    /** As many on each side. */
    public static Cropping3D of(int cropping) {
        return of(List.of(List.of(cropping)));
    }

    /** As many at both ends of depth, height and width. */
    public static Cropping3D of(int depth, int height, int width) {
        return of(List.of(List.of(depth), List.of(height), List.of(width)));
    }

    /** A pair for each axis: how many at the start and at the end. */
    public static Cropping3D of(List<List<Integer>> cropping) {
        return of(cropping, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static Cropping3D of(List<List<Integer>> cropping, DataFormat dataFormat) {
        return new Cropping3D(cropping, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("Cropping3D", 3, dataFormat).cropped(x, cropping);
    }
}
