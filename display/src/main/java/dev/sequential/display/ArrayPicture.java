package dev.sequential.display;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays as images: {@code (height, width)} or {@code (height, width, 1)} in grey, {@code (height, width, 3)} in colour.
 * The least value (or 0, if that is less) is black, the largest white; small images are enlarged in whole steps.
 *
 * <pre>{@code
 * ArrayPicture.of(x.getRow(0).reshape(8, 8)).save(Path.of("digit.png"));
 * ArrayPicture.gallery(x.reshape(-1, 8, 8), List.of("0", "1", "2"));   // the first three
 * }</pre>
 */
public final class ArrayPicture {
    private static final int ALONE = 160;
    private static final int MOST = 800;

    private ArrayPicture() {}

    /** One image. */
    public static Picture of(INDArray image) {
        BufferedImage pixels = ArrayPixels.of(image, "image");
        Dimension size = ArrayPixels.size(pixels, ALONE, MOST);
        String text = "Image " + ArrayText.describe(image);
        return Picture.draw(size.width, size.height, text, g -> ArrayPixels.paint(g, pixels, 0, 0, size));
    }

    /**
     * The first images of an array {@code (n, height, width)} or {@code (n, height, width, 1 or 3)}, ten in a row, each
     * above its caption.
     *
     * @param captions one an image: so many are drawn
     */
    public static Picture gallery(INDArray images, List<String> captions) {
        return Gallery.of(images, captions, List.of());
    }

    /**
     * The first images of an array with what a model took them for below; a frame with a cross is around those it got
     * wrong, and what they are follows in brackets.
     *
     * @param labels true classes, {@code (n,)}, {@code (n, 1)} or one-hot {@code (n, classes)}
     * @param predictions what {@code predict} gave: classes or probabilities, in the same shapes
     * @param count how many are drawn
     * @param classNames names by class number; default the numbers themselves
     */
    public static Picture predictions(
            INDArray images, INDArray labels, INDArray predictions, int count, String... classNames) {
        return Gallery.predictions(images, labels, predictions, count, classNames);
    }
}
