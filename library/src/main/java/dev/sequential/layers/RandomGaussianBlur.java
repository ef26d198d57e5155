package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * In training blurs some images with a bell curve, whose widths are drawn once for a batch; otherwise passes everything
 * on. {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomGaussianBlur.of(0.5, b -> b.kernelSize(List.of(5, 5)).sigma(List.of(0.5, 1.0)))
 * }</pre>
 *
 * @param factor least and largest probability, from 0 to 1, of which one is drawn for each image; one number f means from 0
 *     to f; default 1
 * @param kernelSize how many columns and rows count for a pixel, odd; default 3
 * @param sigma least and largest deviation of the curve in pixels, from 0 to 1; one number f means from 0 to f; default 1
 * @param valueRange the smallest and the largest number of a pixel; default 0 and 255
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_gaussian_blur/">Keras: RandomGaussianBlur</a>
 */
@Config
public record RandomGaussianBlur(
        List<Double> factor,
        List<Integer> kernelSize,
        List<Double> sigma,
        List<Double> valueRange,
        OptionalLong seed,
        DataFormat dataFormat)
        implements Augmentation {
    /** Keeps a curve of no width from dividing by 0. */
    private static final double TINY = 1e-6;

    /**
     * @throws IllegalArgumentException if factor or sigma are not one or two numbers from 0 to 1, kernelSize is not odd, or
     *     valueRange not two numbers
     */
    public RandomGaussianBlur {
        factor = Bounds.factor(0, 1, factor, "factor of RandomGaussianBlur");
        kernelSize = Sizes.each("kernelSize of RandomGaussianBlur", 2, 1, kernelSize);
        Check.that(
                kernelSize.stream().allMatch(size -> size % 2 == 1),
                "kernelSize of RandomGaussianBlur must be odd, but received %s",
                kernelSize);
        sigma = Bounds.factor(0, 1, sigma, "sigma of RandomGaussianBlur");
        valueRange = Bounds.range(valueRange, "valueRange of RandomGaussianBlur");
        Augmentation.check("RandomGaussianBlur", seed, dataFormat);
    }

    /** About half of the images. */
    public static RandomGaussianBlur of() {
        return of(1);
    }

    /** With such a probability at most. */
    public static RandomGaussianBlur of(double factor) {
        return new RandomGaussianBlur(
                List.of(factor),
                List.of(3),
                List.of(1.0),
                Bounds.PIXELS,
                OptionalLong.empty(),
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomGaussianBlur of(double factor, Consumer<RandomGaussianBlurBuilder> options) {
        RandomGaussianBlurBuilder builder = RandomGaussianBlurBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        Tensor columns = bell(kernelSize.get(0), draw).reshape(1, kernelSize.get(0), 1, 1);
        Tensor rows = bell(kernelSize.get(1), draw).reshape(kernelSize.get(1), 1, 1, 1);
        Tensor blurred = Blur.of(images, rows.times(columns));
        return draw.chosen(factor).select(blurred, images).clip(valueRange.get(0), valueRange.get(1));
    }

    /** So many weights of a curve, which sum to 1. */
    private Tensor bell(int size, Draw draw) {
        Tensor width = draw.shared(sigma.get(0), sigma.get(1)).plus(TINY);
        Loading.computes("The curve of RandomGaussianBlur", size);
        double[] places =
                IntStream.range(0, size).mapToDouble(i -> i - (size - 1) / 2.0).toArray();
        Tensor distance = Tensor.constant(places, Shape.of(size), width.dtype()).dividedBy(width.reshape(1));
        Tensor curve = distance.square().times(-0.5).exp();
        return curve.dividedBy(curve.sum());
    }
}
