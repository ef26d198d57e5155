package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training leaves the pixels of each image only some of their 8 bits, the first ones; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomPosterization.of(4)                                 // 1 to 3 bits
 * }</pre>
 *
 * @param factor least number of bits and the number below which it stays, from 1 to 8; if both are equal, so many bits;
 *     one number f means from 1 to below f
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_posterization/">Keras: RandomPosterization</a>
 */
@Config
public record RandomPosterization(
        List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if factor is not one or two numbers from 1 to 8, or valueRange not two */
    public RandomPosterization {
        factor = Bounds.factor(1, 8, factor, "factor of RandomPosterization");
        valueRange = Bounds.range(valueRange, "valueRange of RandomPosterization");
        Augmentation.check("RandomPosterization", seed, dataFormat);
    }

    /** From 1 to below so many bits. */
    public static RandomPosterization of(double factor) {
        return new RandomPosterization(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomPosterization of(double factor, Consumer<RandomPosterizationBuilder> options) {
        RandomPosterizationBuilder builder = RandomPosterizationBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        double least = factor.get(0);
        boolean fixed = factor.get(1).equals(least);
        Tensor bits = fixed ? images.like(least) : draw.uniform(factor).floor();
        Tensor step = images.like(2).power(bits.from(8)).round();
        double low = valueRange.get(0);
        double span = valueRange.get(1) - low;
        Tensor bytes = images.minus(low).times(255 / span).clip(0, 255).floor();
        return bytes.dividedBy(step).floor().times(step).affine(span / 255, low);
    }
}
