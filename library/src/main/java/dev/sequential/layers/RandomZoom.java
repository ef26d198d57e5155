package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training makes each image smaller or larger around its centre; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomZoom.of(0.2)
 * RandomZoom.of(0.2, z -> z.widthFactor(List.of(-0.1, 0.1)))    // height and width for themselves
 * }</pre>
 *
 * @param heightFactor least and largest part by which more, or if negative less, of the height is seen, from -1 to 1; one
 *     number f means from -f to f
 * @param widthFactor the same for the width; default none, which keeps the ratio of height and width
 * @param fillMode what is outside an image; default REFLECT
 * @param interpolation what lies between pixels, NEAREST or BILINEAR; default BILINEAR
 * @param seed makes the choice independent of the model's seed; default none
 * @param fillValue the number outside an image in mode CONSTANT; default 0
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_zoom/">Keras: RandomZoom</a>
 */
@Config
public record RandomZoom(
        List<Double> heightFactor,
        Optional<List<Double>> widthFactor,
        FillMode fillMode,
        Interpolation interpolation,
        OptionalLong seed,
        double fillValue,
        DataFormat dataFormat)
        implements Augmentation {
    /** @throws IllegalArgumentException if a factor is not one or two numbers from -1 to 1, or interpolation is another */
    public RandomZoom {
        heightFactor = Bounds.factor(-1, 1, heightFactor, "heightFactor of RandomZoom");
        Check.notNull(widthFactor, "widthFactor of RandomZoom");
        widthFactor = widthFactor.map(factor -> Bounds.factor(-1, 1, factor, "widthFactor of RandomZoom"));
        Warp.check("RandomZoom", interpolation, fillMode);
        Augmentation.check("RandomZoom", seed, dataFormat);
    }

    /** By such a part at most, in or out, height and width alike. */
    public static RandomZoom of(double heightFactor) {
        return new RandomZoom(
                List.of(heightFactor),
                Optional.empty(),
                FillMode.REFLECT,
                Interpolation.BILINEAR,
                OptionalLong.empty(),
                0,
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomZoom of(double heightFactor, Consumer<RandomZoomBuilder> options) {
        RandomZoomBuilder builder = RandomZoomBuilder.builder(of(heightFactor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor height = draw.uniform(heightFactor).plus(1);
        Tensor width = widthFactor.map(factor -> draw.uniform(factor).plus(1)).orElse(height);
        return new Warp(interpolation, fillMode, fillValue)
                .at(
                        images,
                        spread(Warp.rows(images.dim(1), images.dtype()), height),
                        spread(Warp.columns(images.dim(2), images.dtype()), width));
    }

    /** Places so many times as far from their middle. */
    private static Tensor spread(Tensor places, Tensor times) {
        double middle = (places.shape().size() - 1) / 2.0;
        return places.minus(middle).times(times).plus(middle);
    }
}
