package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * Elements taken off the borders of an image.
 *
 * <p>{@code (batch, height, width, channels) → (batch, new height, new width, channels)}.
 *
 * <pre>{@code
 * Cropping2D.of(1)
 * Cropping2D.of(1, 2)
 * Cropping2D.of(List.of(List.of(1, 0), List.of(2, 3)))
 * }</pre>
 *
 * @param cropping how many at the start and at the end of height and width: a pair for each; default 0
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/reshaping_layers/cropping2d/">Keras: Cropping2D</a>
 */
public record Cropping2D(List<List<Integer>> cropping, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if a number is negative; when it is called, if nothing would be left */
    public Cropping2D {
        cropping = Sizes.pairs("cropping of Cropping2D", 2, cropping);
        Check.notNull(dataFormat, "dataFormat of Cropping2D");
    }

    /** Nothing taken off. */
    public static Cropping2D of() {
        return of(0);
    }

    /** As many on each side. */
    public static Cropping2D of(int cropping) {
        return of(List.of(List.of(cropping)));
    }

    /** As many at both ends of height and width. */
    public static Cropping2D of(int height, int width) {
        return of(List.of(List.of(height), List.of(width)));
    }

    /** A pair for each axis: how many at the start and at the end. */
    public static Cropping2D of(List<List<Integer>> cropping) {
        return of(cropping, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static Cropping2D of(List<List<Integer>> cropping, DataFormat dataFormat) {
        return new Cropping2D(cropping, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        return new Space("Cropping2D", 2, dataFormat).cropped(x, cropping);
    }
}
