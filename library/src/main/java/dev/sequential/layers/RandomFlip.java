package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * In training turns about half of the images over, left to right, top to bottom or both at once; otherwise passes
 * everything on. {@code (batch, height, width, channels)}, shape unchanged.
 *
 * <pre>{@code
 * RandomFlip.of(RandomFlip.Mode.HORIZONTAL)
 * }</pre>
 *
 * @param mode what becomes what; default HORIZONTAL_AND_VERTICAL, which turns an image by half a circle
 * @param seed makes the choice independent of the model's seed; default none
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_augmentation/random_flip/">Keras: RandomFlip</a>
 */
@Config
public record RandomFlip(Mode mode, OptionalLong seed, DataFormat dataFormat) implements Augmentation {
    /** What becomes what. */
    public enum Mode {
        /** Left becomes right. */
        HORIZONTAL(2),
        /** Top becomes bottom. */
        VERTICAL(1),
        /** Both at once. */
        HORIZONTAL_AND_VERTICAL(1, 2);

        private final int[] axes;

        Mode(int... axes) {
            this.axes = axes;
        }

        /** Keras's name. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if an option is null */
    public RandomFlip {
        Check.notNull(mode, "mode of RandomFlip");
        Augmentation.check("RandomFlip", seed, dataFormat);
    }

    /** Both ways at once. */
    public static RandomFlip of() {
        return of(Mode.HORIZONTAL_AND_VERTICAL);
    }

    /** In a way of your choice. */
    public static RandomFlip of(Mode mode) {
        return new RandomFlip(mode, OptionalLong.empty(), DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static RandomFlip of(Consumer<RandomFlipBuilder> options) {
        RandomFlipBuilder builder = RandomFlipBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor changed(Tensor images, Draw draw) {
        return draw.sign().greaterThan(0).select(images.reverse(mode.axes), images);
    }
}
