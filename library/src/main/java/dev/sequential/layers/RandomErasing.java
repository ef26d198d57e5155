package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training puts a rectangle of other numbers somewhere on some images; otherwise passes everything on.
 * {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomErasing.of(0.5)                                             // filled with noise
 * RandomErasing.of(0.5, e -> e.fillValue(List.of(0.0)))
 * }</pre>
 *
 * @param factor least and largest probability, from 0 to 1, of which one is drawn for each image; one number f means from 0
 *     to f; default 1
 * @param scale least and largest square of the part of height and of width that the rectangle takes, from 0 to 1; default
 *     0.02 and 0.33
 * @param fillValue the number in the rectangle, or one for each of three channels; default none, which means noise
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_erasing/">Keras: RandomErasing</a>
 * @see <a href="https://arxiv.org/abs/1708.04896">Zhong et al. 2017</a>
 */
@Config
public record RandomErasing(
        List<Double> factor,
        List<Double> scale,
        Optional<List<Double>> fillValue,
        List<Double> valueRange,
        OptionalLong seed,
        DataFormat dataFormat)
        implements Augmentation {
    /**
     * @throws IllegalArgumentException if factor or scale are not one or two numbers from 0 to 1, fillValue not one or three,
     *     or valueRange not two
     */
    public RandomErasing {
        factor = Bounds.factor(0, 1, factor, "factor of RandomErasing");
        scale = Bounds.factor(0, 1, scale, "scale of RandomErasing");
        Check.notNull(fillValue, "fillValue of RandomErasing");
        fillValue = fillValue.map(List::copyOf);
        Check.that(
                fillValue.isEmpty()
                        || fillValue.get().size() == 1
                        || fillValue.get().size() == 3,
                "fillValue of RandomErasing must be one number or three, but received %s",
                fillValue.orElse(List.of()));
        valueRange = Bounds.range(valueRange, "valueRange of RandomErasing");
        Augmentation.check("RandomErasing", seed, dataFormat);
    }

    /** About half of the images. */
    public static RandomErasing of() {
        return of(1);
    }

    /** With such a probability at most. */
    public static RandomErasing of(double factor) {
        return new RandomErasing(
                List.of(factor),
                List.of(0.02, 0.33),
                Optional.empty(),
                Bounds.PIXELS,
                OptionalLong.empty(),
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomErasing of(double factor, Consumer<RandomErasingBuilder> options) {
        RandomErasingBuilder builder = RandomErasingBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor rows = within(Warp.rows(images.dim(1), images.dtype()), draw);
        Tensor columns = within(Warp.columns(images.dim(2), images.dtype()), draw);
        Tensor erased = rows.times(columns).times(draw.chosen(factor));
        return erased.select(filling(images, draw).clip(valueRange.get(0), valueRange.get(1)), images);
    }

    /** 1 at the places of a piece of random length somewhere among them. */
    private Tensor within(Tensor places, Draw draw) {
        long all = places.shape().size();
        Tensor length = draw.uniform(scale).sqrt().times(all);
        Tensor from = draw.uniform(0, 1).times(length.from(all));
        return places.greaterOrEqual(from).times(places.lessThan(from.plus(length)));
    }

    private Tensor filling(Tensor images, Draw draw) {
        if (fillValue.isEmpty()) return draw.noise(images.shape()).times(valueRange.get(1));
        double[] values = fillValue.get().stream().mapToDouble(d -> d).toArray();
        Check.that(
                values.length == 1 || images.dim(3) == values.length,
                "RandomErasing with three fillValues expects three channels, but received shape %s",
                images.shape());
        return Tensor.constant(values, Shape.of(values.length), images.dtype());
    }
}
