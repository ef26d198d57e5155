package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training adds a random number to the pixels of each image and turns those round that are not below a random
 * threshold, {@code high - x}; otherwise passes everything on. {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * Solarization.of(s -> s.thresholdFactor(List.of(0.5)))
 * }</pre>
 *
 * @param additionFactor least and largest number that is added, in parts of the value range, from 0 to 1; one number f means
 *     from 0 to f; default 0. As in Keras the least is in parts of a 255th of that
 * @param thresholdFactor least and largest threshold, likewise
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/solarization/">Keras: Solarization</a>
 */
@Config
public record Solarization(
        List<Double> additionFactor,
        List<Double> thresholdFactor,
        List<Double> valueRange,
        OptionalLong seed,
        DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if a factor is not one or two numbers from 0 to 1, or valueRange not two */
    public Solarization {
        additionFactor = Bounds.factor(0, 1, additionFactor, "additionFactor of Solarization");
        thresholdFactor = Bounds.factor(0, 1, thresholdFactor, "thresholdFactor of Solarization");
        valueRange = Bounds.range(valueRange, "valueRange of Solarization");
        Augmentation.check("Solarization", seed, dataFormat);
    }

    /** All pixels turned round. */
    public static Solarization of() {
        return new Solarization(
                List.of(0.0), List.of(0.0), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static Solarization of(Consumer<SolarizationBuilder> options) {
        SolarizationBuilder builder = SolarizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        double low = valueRange.get(0);
        double scale = 255 / (valueRange.get(1) - low);
        Tensor x = images.minus(low).times(scale);
        Tensor added = x.plus(drawn(additionFactor, draw)).clip(0, 255);
        Tensor kept = added.lessThan(drawn(thresholdFactor, draw));
        return kept.select(added, added.from(255)).affine(1 / scale, low);
    }

    private static Tensor drawn(List<Double> factor, Draw draw) {
        return draw.uniform(factor.get(0), factor.get(1) * 255);
    }
}
