package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training makes the colours of each image stronger or weaker: its saturation times {@code f / (1 - f)}, so that 1/2
 * changes nothing and 0 leaves grey; otherwise passes everything on. {@code (batch, height, width, 3)}, shape unchanged.
 *
 * <pre>{@code
 * RandomSaturation.of(0.5, s -> s.factor(List.of(0.4, 0.6)))
 * }</pre>
 *
 * @param factor least and largest f, from -1 to 1; one number means from -f to f
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_saturation/">Keras: RandomSaturation</a>
 */
@Config
public record RandomSaturation(List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** Keras's epsilon. */
    private static final double TINY = 1e-7;

    /** @throws IllegalArgumentException if factor is not one or two numbers from -1 to 1, or valueRange not two */
    public RandomSaturation {
        factor = Bounds.factor(-1, 1, factor, "factor of RandomSaturation");
        valueRange = Bounds.range(valueRange, "valueRange of RandomSaturation");
        Augmentation.check("RandomSaturation", seed, dataFormat);
    }

    /** From minus such a factor to it. */
    public static RandomSaturation of(double factor) {
        return new RandomSaturation(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomSaturation of(double factor, Consumer<RandomSaturationBuilder> options) {
        RandomSaturationBuilder builder = RandomSaturationBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor f = draw.uniform(factor);
        Tensor times = f.dividedBy(f.from(1 + TINY));
        Colors colors = Colors.of(images);
        Tensor saturation = colors.saturation().times(times).clip(valueRange.get(0), valueRange.get(1));
        return new Colors(colors.hue(), saturation, colors.value()).images();
    }
}
