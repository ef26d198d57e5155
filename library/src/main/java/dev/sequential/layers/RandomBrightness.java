package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training adds a random number to all pixels of an image; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomBrightness.of(0.2)                                           // pixels from 0 to 255
 * RandomBrightness.of(0.2, b -> b.valueRange(List.of(0.0, 1.0)))
 * }</pre>
 *
 * @param factor least and largest number in parts of the value range, from -1 to 1; one number f means from -f to f
 * @param valueRange the smallest and the largest number of a pixel, at which results are cut off; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_brightness/">Keras: RandomBrightness</a>
 */
@Config
public record RandomBrightness(List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from -1 to 1, or valueRange not two */
    public RandomBrightness {
        factor = Bounds.factor(-1, 1, factor, "factor of RandomBrightness");
        valueRange = Bounds.range(valueRange, "valueRange of RandomBrightness");
        Augmentation.check("RandomBrightness", seed, dataFormat);
    }

    /** By such a part of the value range at most. */
    public static RandomBrightness of(double factor) {
        return new RandomBrightness(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomBrightness of(double factor, Consumer<RandomBrightnessBuilder> options) {
        RandomBrightnessBuilder builder = RandomBrightnessBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        double low = valueRange.get(0);
        double high = valueRange.get(1);
        return images.plus(draw.uniform(factor).times(high - low)).clip(low, high);
    }
}
