package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training cuts a window out of the images, the same one for a whole batch; an image that is no larger than that is
 * resized to it. {@code (batch, h, w, channels) → (batch, height, width, channels)}. In inference, as in Keras, images
 * pass unchanged with the size they have: the layers that follow must take any size, as convolutions and global pooling
 * do, or {@link CenterCrop} must come before.
 *
 * <pre>{@code
 * RandomCrop.of(28, 28)
 * }</pre>
 *
 * @param height of the window, 1 or more
 * @param width of the window, 1 or more
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_crop/">Keras: RandomCrop</a>
 */
@Config
public record RandomCrop(int height, int width, OptionalLong seed, DataFormat dataFormat) implements Augmentation {
    /** @throws IllegalArgumentException if height or width is below 1 */
    public RandomCrop {
        Check.atLeast(1, height, "height of RandomCrop");
        Check.atLeast(1, width, "width of RandomCrop");
        Augmentation.check("RandomCrop", seed, dataFormat);
    }

    /** A window of this size. */
    public static RandomCrop of(int height, int width) {
        return new RandomCrop(height, width, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomCrop of(int height, int width, Consumer<RandomCropBuilder> options) {
        RandomCropBuilder builder = RandomCropBuilder.builder(of(height, width));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        long h = images.dim(1);
        long w = images.dim(2);
        Check.that(
                h != Shape.UNKNOWN && w != Shape.UNKNOWN,
                "RandomCrop needs known lengths, but received shape %s. Give the Input a full shape.",
                images.shape());
        if (h <= height || w <= width) return fitted(images, h, w);
        Tensor top = draw.shared(0, h - height + 1).floor();
        Tensor left = draw.shared(0, w - width + 1).floor();
        return new Warp(Interpolation.NEAREST, FillMode.NEAREST, 0)
                .at(
                        images,
                        Warp.rows(height, images.dtype()).plus(top),
                        Warp.columns(width, images.dtype()).plus(left));
    }

    /** What is left from where a middle of the window's ratio begins, resized; as in Keras, where that goes beyond it. */
    private Tensor fitted(Tensor images, long h, long w) {
        long top = (h - Math.max(Math.min(h, w * height / width), 1)) / 2;
        long left = (w - Math.max(Math.min(w, h * width / height), 1)) / 2;
        Tensor part = images.slice(1, top, Math.min(h, top + height)).slice(2, left, Math.min(w, left + width));
        return new Space("RandomCrop", 2, DataFormat.CHANNELS_LAST)
                .resampled(new Resampling(Interpolation.BILINEAR, false), part, height, width);
    }
}
