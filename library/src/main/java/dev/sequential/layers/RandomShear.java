package dev.sequential.layers;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training slants each image: what is further down moves further to the side, what is further right further down;
 * otherwise passes everything on. {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomShear.of(0.2, 0)
 * }</pre>
 *
 * @param xFactor least and largest way to the side in ways down, from -1 to 1, whose signs are drawn once more; one number
 *     f means from -f to f
 * @param yFactor least and largest way down in ways to the side, likewise
 * @param fillMode what is outside an image; default REFLECT
 * @param interpolation what lies between pixels, NEAREST or BILINEAR; default BILINEAR
 * @param fillValue the number outside an image in mode CONSTANT; default 0
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_shear/">Keras: RandomShear</a>
 */
@Config
public record RandomShear(
        List<Double> xFactor,
        List<Double> yFactor,
        FillMode fillMode,
        Interpolation interpolation,
        double fillValue,
        OptionalLong seed,
        DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if a factor is not one or two numbers from -1 to 1, or interpolation is another */
    public RandomShear {
        xFactor = Bounds.factor(-1, 1, xFactor, "xFactor of RandomShear");
        yFactor = Bounds.factor(-1, 1, yFactor, "yFactor of RandomShear");
        Warp.check("RandomShear", interpolation, fillMode);
        Augmentation.check("RandomShear", seed, dataFormat);
    }

    /** By so much at most, either way. */
    public static RandomShear of(double xFactor, double yFactor) {
        return new RandomShear(
                List.of(xFactor),
                List.of(yFactor),
                FillMode.REFLECT,
                Interpolation.BILINEAR,
                0,
                OptionalLong.empty(),
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomShear of(double xFactor, double yFactor, Consumer<RandomShearBuilder> options) {
        RandomShearBuilder builder = RandomShearBuilder.builder(of(xFactor, yFactor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor sign = draw.sign();
        Tensor y = Warp.rows(images.dim(1), images.dtype());
        Tensor x = Warp.columns(images.dim(2), images.dtype());
        return new Warp(interpolation, fillMode, fillValue)
                .at(
                        images,
                        y.plus(x.times(draw.uniform(yFactor).times(sign))),
                        x.plus(y.times(draw.uniform(xFactor).times(sign))));
    }
}
