package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training changes brightness, contrast, saturation and hue of each image, in this order, as
 * {@link RandomBrightness}, {@link RandomContrast}, {@link RandomSaturation} and {@link RandomHue} do; otherwise passes
 * everything on. {@code (batch, height, width, 3)}, shape unchanged.
 *
 * <pre>{@code
 * RandomColorJitter.of(j -> j.brightnessFactor(List.of(0.2)).hueFactor(List.of(0.1)))
 * }</pre>
 *
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param brightnessFactor see RandomBrightness; default none, which leaves it as it is
 * @param contrastFactor see RandomContrast; default none
 * @param saturationFactor see RandomSaturation; default none
 * @param hueFactor see RandomHue; default none
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_color_jitter/">Keras: RandomColorJitter</a>
 */
@Config
public record RandomColorJitter(
        List<Double> valueRange,
        Optional<List<Double>> brightnessFactor,
        Optional<List<Double>> contrastFactor,
        Optional<List<Double>> saturationFactor,
        Optional<List<Double>> hueFactor,
        OptionalLong seed,
        DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if a factor is not what its layer takes, or valueRange not two numbers */
    public RandomColorJitter {
        valueRange = Bounds.range(valueRange, "valueRange of RandomColorJitter");
        brightnessFactor = factor(-1, "brightnessFactor", brightnessFactor);
        contrastFactor = factor(0, "contrastFactor", contrastFactor);
        saturationFactor = factor(-1, "saturationFactor", saturationFactor);
        hueFactor = factor(0, "hueFactor", hueFactor);
        Augmentation.check("RandomColorJitter", seed, dataFormat);
    }

    private static Optional<List<Double>> factor(double least, String option, Optional<List<Double>> factor) {
        Check.notNull(factor, option + " of RandomColorJitter");
        return factor.map(f -> Bounds.factor(least, 1, f, option + " of RandomColorJitter"));
    }

    /** Of what the options name. */
    public static RandomColorJitter of(Consumer<RandomColorJitterBuilder> options) {
        RandomColorJitterBuilder builder = RandomColorJitterBuilder.builder(new RandomColorJitter(
                Bounds.PIXELS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                DataFormat.CHANNELS_LAST));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        DataFormat last = DataFormat.CHANNELS_LAST;
        Tensor x = images;
        if (brightnessFactor.isPresent()) {
            x = new RandomBrightness(brightnessFactor.get(), valueRange, seed, last).changed(x, draw);
        }
        if (contrastFactor.isPresent()) {
            x = new RandomContrast(contrastFactor.get(), valueRange, seed, last).changed(x, draw);
        }
        if (saturationFactor.isPresent()) {
            x = new RandomSaturation(saturationFactor.get(), valueRange, seed, last).changed(x, draw);
        }
        if (hueFactor.isPresent()) x = new RandomHue(hueFactor.get(), valueRange, seed, last).changed(x, draw);
        return x;
    }
}
