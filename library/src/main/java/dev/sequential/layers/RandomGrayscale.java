package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training makes some images grey, all three channels alike; otherwise passes everything on.
 * {@code (batch, height, width, 3)}, shape unchanged.
 *
 * <pre>{@code
 * RandomGrayscale.of(0.1)
 * }</pre>
 *
 * @param factor the part of images that become grey, from 0 to 1; default 0.5
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_grayscale/">Keras: RandomGrayscale</a>
 */
@Config
public record RandomGrayscale(double factor, OptionalLong seed, DataFormat dataFormat) implements Augmentation {
    /** @throws IllegalArgumentException if factor is not from 0 to 1 */
    public RandomGrayscale {
        Check.between(0, 1, factor, "factor of RandomGrayscale");
        Augmentation.check("RandomGrayscale", seed, dataFormat);
    }

    /** About half of the images. */
    public static RandomGrayscale of() {
        return of(0.5);
    }

    /** About such a part of the images. */
    public static RandomGrayscale of(double factor) {
        return new RandomGrayscale(factor, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomGrayscale of(double factor, Consumer<RandomGrayscaleBuilder> options) {
        RandomGrayscaleBuilder builder = RandomGrayscaleBuilder.builder(of(factor));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        return draw.uniform(0, 1).lessThan(factor).select(Colors.grey(images), images);
    }
}
