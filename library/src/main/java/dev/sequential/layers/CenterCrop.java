package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;

/**
 * The middle of images: {@code (batch, h, w, channels) → (batch, height, width, channels)}. An image that is too small is
 * resized to the size asked for, what would distort it being cut off.
 *
 * <pre>{@code
 * CenterCrop.of(224, 224)
 * }</pre>
 *
 * @param height of the result, 1 or more
 * @param width of the result, 1 or more
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/">Keras: CenterCrop</a>
 */
public record CenterCrop(int height, int width, DataFormat dataFormat) implements LayerSpec {
    /** @throws IllegalArgumentException if height or width is below 1 */
    public CenterCrop {
        Check.atLeast(1, height, "height of CenterCrop");
        Check.atLeast(1, width, "width of CenterCrop");
        Check.notNull(dataFormat, "dataFormat of CenterCrop");
    }

    /** A middle of this size. */
    public static CenterCrop of(int height, int width) {
        return of(height, width, DataFormat.CHANNELS_LAST);
    }

    /** For inputs of this format. */
    public static CenterCrop of(int height, int width, DataFormat dataFormat) {
        return new CenterCrop(height, width, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("CenterCrop", 2, dataFormat);
        long h = space.checked(x).dim(space.first());
        long w = x.dim(space.first() + 1);
        Check.that(
                h != Shape.UNKNOWN && w != Shape.UNKNOWN,
                "CenterCrop needs known lengths, but received shape %s. Give the Input a full shape.",
                x.shape());
        if (h >= height && w >= width) {
            return space.cropped(x, List.of(Resizing.border(height, h), Resizing.border(width, w)));
        }
        return Resizing.of(height, width, r -> r.cropToAspectRatio(true).dataFormat(dataFormat))
                .call(call, x);
    }
}
