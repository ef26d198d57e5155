package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training mixes each image with its grey form, {@code x + f · (grey - x)}; otherwise passes everything on.
 * {@code (batch, height, width, 3)}, shape unchanged.
 *
 * <pre>{@code
 * RandomColorDegeneration.of(0.5)
 * }</pre>
 *
 * @param factor least and largest f, from -1 to 1; one number means from -f to f
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_color_degeneration/">Keras: RandomColorDegeneration</a>
 */
@Config
public record RandomColorDegeneration(
        List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from -1 to 1, or valueRange not two */
    public RandomColorDegeneration {
        factor = Bounds.factor(-1, 1, factor, "factor of RandomColorDegeneration");
        valueRange = Bounds.range(valueRange, "valueRange of RandomColorDegeneration");
        Augmentation.check("RandomColorDegeneration", seed, dataFormat);
    }

    /** By such a part at most, either way. */
    public static RandomColorDegeneration of(double factor) {
        return new RandomColorDegeneration(
                List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomColorDegeneration of(double factor, Consumer<RandomColorDegenerationBuilder> options) {
        RandomColorDegenerationBuilder builder = RandomColorDegenerationBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor grey = Colors.grey(images);
        Tensor mixed = images.plus(grey.minus(images).times(draw.uniform(factor)));
        return mixed.clip(valueRange.get(0), valueRange.get(1));
    }
}
