package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training turns each image around its centre by a random angle; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomRotation.of(0.1)                                    // from -36 to 36 degrees
 * RandomRotation.of(0.1, r -> r.fillMode(FillMode.CONSTANT))
 * }</pre>
 *
 * @param factor least and largest angle in full circles, from -1 to 1, counter-clockwise; one number f means from -f to f
 * @param fillMode what is outside an image; default REFLECT
 * @param interpolation what lies between pixels, NEAREST or BILINEAR; default BILINEAR
 * @param fillValue the number outside an image in mode CONSTANT; default 0
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_rotation/">Keras: RandomRotation</a>
 */
@Config
public record RandomRotation(
        List<Double> factor,
        FillMode fillMode,
        Interpolation interpolation,
        double fillValue,
        OptionalLong seed,
        DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from -1 to 1, or interpolation is another */
    public RandomRotation {
        factor = Bounds.factor(-1, 1, factor, "factor of RandomRotation");
        Warp.check("RandomRotation", interpolation, fillMode);
        Augmentation.check("RandomRotation", seed, dataFormat);
    }

    /** By so many full circles at most, either way. */
    public static RandomRotation of(double factor) {
        return new RandomRotation(
                List.of(factor),
                FillMode.REFLECT,
                Interpolation.BILINEAR,
                0,
                OptionalLong.empty(),
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomRotation of(double factor, Consumer<RandomRotationBuilder> options) {
        RandomRotationBuilder builder = RandomRotationBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor angle = draw.uniform(factor).times(2 * Math.PI);
        double row = (images.dim(1) - 1) / 2.0;
        double column = (images.dim(2) - 1) / 2.0;
        Tensor y = Warp.rows(images.dim(1), images.dtype()).minus(row);
        Tensor x = Warp.columns(images.dim(2), images.dtype()).minus(column);
        return new Warp(interpolation, fillMode, fillValue)
                .at(
                        images,
                        x.times(angle.sin()).plus(y.times(angle.cos())).plus(row),
                        x.times(angle.cos()).minus(y.times(angle.sin())).plus(column));
    }
}
