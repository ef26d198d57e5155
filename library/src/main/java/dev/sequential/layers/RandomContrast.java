package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training moves the pixels of each image away from the mean of their channel or towards it,
 * {@code (x - mean) · c + mean}; otherwise passes everything on. {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomContrast.of(0.2)                                             // c from 1 to 1.2
 * RandomContrast.of(0.2, c -> c.factor(List.of(0.1, 0.2)))           // c from 0.9 to 1.2
 * }</pre>
 *
 * @param factor how far c may be below and above 1, each from 0 to 1; one number is for above
 * @param valueRange the smallest and the largest number of a pixel, at which results are cut off; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_contrast/">Keras: RandomContrast</a>
 */
@Config
public record RandomContrast(List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from 0 to 1, or valueRange not two */
    public RandomContrast {
        factor = Bounds.factor(0, 1, factor, "factor of RandomContrast");
        valueRange = Bounds.range(valueRange, "valueRange of RandomContrast");
        Augmentation.check("RandomContrast", seed, dataFormat);
    }

    /** By such a part more at most. */
    public static RandomContrast of(double factor) {
        return new RandomContrast(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomContrast of(double factor, Consumer<RandomContrastBuilder> options) {
        RandomContrastBuilder builder = RandomContrastBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor mean = images.fold(Reduce.Kind.MEAN, true, 1, 2);
        Tensor contrast = draw.uniform(1 - factor.get(0), 1 + factor.get(1));
        return images.minus(mean).times(contrast).plus(mean).clip(valueRange.get(0), valueRange.get(1));
    }
}
