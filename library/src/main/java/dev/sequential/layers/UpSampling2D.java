package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * An image made larger by whole factors: {@code (batch, height, width, channels) → (batch, height · size, width · size,
 * channels)}. Pixels are repeated or, with another interpolation, blended: with BILINEAR a row 1, 2 becomes 1, 1.25,
 * 1.75,
 * 2.
 *
 * <pre>{@code
 * UpSampling2D.of(2)
 * UpSampling2D.of(2, u -> u.interpolation(BILINEAR))
 * }</pre>
 *
 * @param size factors of height and width, one for both or one for each; default 2
 * @param dataFormat where the channels are; default last
 * @param interpolation what lies between pixels; default NEAREST
 * @see <a href="https://keras.io/api/layers/reshaping_layers/up_sampling2d/">Keras: UpSampling2D</a>
 */
@Config
public record UpSampling2D(List<Integer> size, DataFormat dataFormat, Interpolation interpolation)
        implements LayerSpec {

    /** @throws IllegalArgumentException if a factor is below 1 */
    public UpSampling2D {
        size = Sizes.each("size of UpSampling2D", 2, 1, size);
        Check.notNull(dataFormat, "dataFormat of UpSampling2D");
        Check.notNull(interpolation, "interpolation of UpSampling2D");
    }

    /** Twice as high and wide. */
    public static UpSampling2D of() {
        return of(2);
    }

    /** As many times as high and wide. */
    public static UpSampling2D of(int size) {
        return of(List.of(size));
    }

    /** A factor for height and one for width. */
    public static UpSampling2D of(List<Integer> size) {
        return new UpSampling2D(size, DataFormat.CHANNELS_LAST, Interpolation.NEAREST);
    }

    /** With options. */
    public static UpSampling2D of(int size, Consumer<UpSampling2DBuilder> options) {
        UpSampling2DBuilder builder = UpSampling2DBuilder.builder(of(size));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("UpSampling2D", 2, dataFormat);
        if (interpolation == Interpolation.NEAREST) return space.repeated(x, size);
        long height = x.dim(space.first()) * size.get(0);
        long width = x.dim(space.first() + 1) * size.get(1);
        return space.resampled(new Resampling(interpolation, false), x, height, width);
    }
}
