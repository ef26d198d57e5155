package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training turns the pixels of some images round, {@code high - x}; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomInvert.of(0.2)
 * }</pre>
 *
 * @param factor least and largest probability, from 0 to 1, of which one is drawn for each image; one number f means from 0
 *     to f; default 1
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_invert/">Keras: RandomInvert</a>
 */
@Config
public record RandomInvert(List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from 0 to 1, or valueRange not two */
    public RandomInvert {
        factor = Bounds.factor(0, 1, factor, "factor of RandomInvert");
        valueRange = Bounds.range(valueRange, "valueRange of RandomInvert");
        Augmentation.check("RandomInvert", seed, dataFormat);
    }

    /** About half of the images. */
    public static RandomInvert of() {
        return of(1);
    }

    /** With such a probability at most. */
    public static RandomInvert of(double factor) {
        return new RandomInvert(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomInvert of(double factor, Consumer<RandomInvertBuilder> options) {
        RandomInvertBuilder builder = RandomInvertBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        return draw.chosen(factor).select(images.from(valueRange.get(1)), images);
    }
}
