package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Images brought to one size: {@code (batch, h, w, channels) → (batch, height, width, channels)}. New pixel i of n stands at
 * {@code (i + 1/2) · m / n - 1/2} of the m old ones.
 *
 * <pre>{@code
 * Resizing.of(32, 32)
 * Resizing.of(32, 32, r -> r.interpolation(NEAREST).cropToAspectRatio(true))
 * }</pre>
 *
 * @param height of the result, 1 or more
 * @param width of the result, 1 or more
 * @param interpolation what lies between pixels; default BILINEAR
 * @param cropToAspectRatio whether, instead of distorting, borders are cut off first; default false
 * @param padToAspectRatio whether, instead of distorting, borders are added first; default false
 * @param fillMode what added borders hold; there is {@code "constant"}
 * @param fillValue the number in added borders; default 0
 * @param antialias whether all old pixels count where an image gets smaller; default false
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/">Keras: Resizing</a>
 */
@Config
public record Resizing(
        int height,
        int width,
        Interpolation interpolation,
        boolean cropToAspectRatio,
        boolean padToAspectRatio,
        String fillMode,
        double fillValue,
        boolean antialias,
        DataFormat dataFormat)
        implements LayerSpec {

    /**
     * @throws IllegalArgumentException if height or width is below 1, both aspect ratio options are on, or fillMode is not
     *     {@code "constant"}
     */
    public Resizing {
        Check.atLeast(1, height, "height of Resizing");
        Check.atLeast(1, width, "width of Resizing");
        Check.notNull(interpolation, "interpolation of Resizing");
        Check.notNull(dataFormat, "dataFormat of Resizing");
        Check.that(
                !cropToAspectRatio || !padToAspectRatio,
                "Resizing can have cropToAspectRatio or padToAspectRatio, not both");
        Check.that(
                "constant".equals(fillMode),
                "fillMode of Resizing must be \"constant\", but received \"%s\"",
                fillMode);
    }

    /** Images of this size. */
    public static Resizing of(int height, int width) {
        return new Resizing(
                height, width, Interpolation.BILINEAR, false, false, "constant", 0, false, DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static Resizing of(int height, int width, Consumer<ResizingBuilder> options) {
        ResizingBuilder builder = ResizingBuilder.builder(of(height, width));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Space space = new Space("Resizing", 2, dataFormat);
        Tensor image = space.checked(x);
        if (cropToAspectRatio || padToAspectRatio) image = withRatio(space, image);
        return space.resampled(new Resampling(interpolation, antialias), image, height, width);
    }

    /** The middle of the image, or the image in the middle, of the ratio that the result has. */
    private Tensor withRatio(Space space, Tensor image) {
        long h = image.dim(space.first());
        long w = image.dim(space.first() + 1);
        Check.that(
                h != Shape.UNKNOWN && w != Shape.UNKNOWN,
                "Resizing to an aspect ratio needs known lengths, but received shape %s. Give the Input a full shape.",
                image.shape());
        long ratioHeight = w * height / width;
        long ratioWidth = h * width / height;
        if (padToAspectRatio) {
            List<List<Integer>> borders =
                    List.of(border(h, Math.max(h, ratioHeight)), border(w, Math.max(w, ratioWidth)));
            return space.padded(image, borders, fillValue);
        }
        long keptHeight = Math.max(Math.min(h, ratioHeight), 1);
        long keptWidth = Math.max(Math.min(w, ratioWidth), 1);
        return space.cropped(image, List.of(border(keptHeight, h), border(keptWidth, w)));
    }

    /** How much a longer length has before and after the shorter one in its middle. */
    static List<Integer> border(long shorter, long longer) {
        int before = Math.toIntExact((longer - shorter) / 2);
        return List.of(before, Math.toIntExact(longer - shorter - before));
    }
}
