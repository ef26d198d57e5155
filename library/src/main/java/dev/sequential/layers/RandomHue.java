package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training turns the colours of each image along the circle of hues, either way; otherwise passes everything on.
 * {@code (batch, height, width, 3)}, shape unchanged.
 *
 * <pre>{@code
 * RandomHue.of(0.1)
 * }</pre>
 *
 * @param factor least and largest turn in half circles, from 0 to 1; one number f means from 0 to f
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_hue/">Keras: RandomHue</a>
 */
@Config
public record RandomHue(List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from 0 to 1, or valueRange not two */
    public RandomHue {
        factor = Bounds.factor(0, 1, factor, "factor of RandomHue");
        valueRange = Bounds.range(valueRange, "valueRange of RandomHue");
        Augmentation.check("RandomHue", seed, dataFormat);
    }

    /** By so many half circles at most, either way. */
    public static RandomHue of(double factor) {
        return new RandomHue(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomHue of(double factor, Consumer<RandomHueBuilder> options) {
        RandomHueBuilder builder = RandomHueBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        double low = valueRange.get(0);
        double span = valueRange.get(1) - low;
        Colors colors = Colors.of(images.minus(low).dividedBy(span));
        Tensor turn = draw.sign().times(draw.uniform(factor)).times(0.5);
        Tensor turned = new Colors(colors.hue().plus(turn), colors.saturation(), colors.value()).images();
        return turned.clip(0, 1).affine(span, low);
    }
}
