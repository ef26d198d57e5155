package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training moves each image by a random distance; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomTranslation.of(0.1, 0.2)
 * RandomTranslation.of(0.1, 0.2, t -> t.widthFactor(List.of(0.0, 0.2)))   // to the right only
 * }</pre>
 *
 * @param heightFactor least and largest way down in heights, from -1 to 1; one number f means from -f to f
 * @param widthFactor least and largest way to the right in widths, from -1 to 1; one number f means from -f to f
 * @param fillMode what is outside an image; default REFLECT
 * @param interpolation what lies between pixels, NEAREST or BILINEAR; default BILINEAR
 * @param seed makes the choice independent of the model's seed; default none
 * @param fillValue the number outside an image in mode CONSTANT; default 0
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_translation/">Keras: RandomTranslation</a>
 */
@Config
public record RandomTranslation(
        List<Double> heightFactor,
        List<Double> widthFactor,
        FillMode fillMode,
        Interpolation interpolation,
        OptionalLong seed,
        double fillValue,
        DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if a factor is not one or two numbers from -1 to 1, or interpolation is another */
    public RandomTranslation {
        heightFactor = Bounds.factor(-1, 1, heightFactor, "heightFactor of RandomTranslation");
        widthFactor = Bounds.factor(-1, 1, widthFactor, "widthFactor of RandomTranslation");
        Warp.check("RandomTranslation", interpolation, fillMode);
        Augmentation.check("RandomTranslation", seed, dataFormat);
    }

    /** By such a part of height and width at most, either way. */
    public static RandomTranslation of(double heightFactor, double widthFactor) {
        return new RandomTranslation(
                List.of(heightFactor),
                List.of(widthFactor),
                FillMode.REFLECT,
                Interpolation.BILINEAR,
                OptionalLong.empty(),
                0,
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomTranslation of(
            double heightFactor, double widthFactor, Consumer<RandomTranslationBuilder> options) {
        RandomTranslationBuilder builder = RandomTranslationBuilder.builder(of(heightFactor, widthFactor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        long height = images.dim(1);
        long width = images.dim(2);
        Tensor down = draw.uniform(heightFactor).times(height);
        Tensor right = draw.uniform(widthFactor).times(width);
        return new Warp(interpolation, fillMode, fillValue)
                .at(
                        images,
                        Warp.rows(height, images.dtype()).minus(down),
                        Warp.columns(width, images.dtype()).minus(right));
    }
}
