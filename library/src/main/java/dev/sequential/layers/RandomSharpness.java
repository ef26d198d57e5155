package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training makes each image sharper or softer: {@code x + (1 - 2f) · (soft - x)}, where a soft pixel is a mean of 3×3
 * pixels, whose middle counts five times; otherwise passes everything on. {@code (batch, height, width, channels)}, shape
 * unchanged.
 *
 * <pre>{@code
 * RandomSharpness.of(0.5)
 * }</pre>
 *
 * @param factor least and largest f, from 0 to 1: 0 is soft, 1/2 changes nothing, 1 is sharp; one number f means from 0 to
 *     f
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_sharpness/">Keras: RandomSharpness</a>
 */
@Config
public record RandomSharpness(List<Double> factor, List<Double> valueRange, OptionalLong seed, DataFormat dataFormat)
        implements Augmentation {
    private static final double[] KERNEL = {
        1 / 13.0, 1 / 13.0, 1 / 13.0, 1 / 13.0, 5 / 13.0, 1 / 13.0, 1 / 13.0, 1 / 13.0, 1 / 13.0
    };

    /** @throws IllegalArgumentException if factor is not one or two numbers from 0 to 1, or valueRange not two */
    public RandomSharpness {
        factor = Bounds.factor(0, 1, factor, "factor of RandomSharpness");
        valueRange = Bounds.range(valueRange, "valueRange of RandomSharpness");
        Augmentation.check("RandomSharpness", seed, dataFormat);
    }

    /** From 0 to such a factor. */
    public static RandomSharpness of(double factor) {
        return new RandomSharpness(List.of(factor), Bounds.PIXELS, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomSharpness of(double factor, Consumer<RandomSharpnessBuilder> options) {
        RandomSharpnessBuilder builder = RandomSharpnessBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor soft = Blur.of(images, Tensor.constant(KERNEL, Shape.of(3, 3, 1, 1), images.dtype()));
        Tensor part = draw.uniform(factor).affine(-2, 1);
        return images.plus(soft.minus(images).times(part)).clip(valueRange.get(0), valueRange.get(1));
    }
}
