package dev.sequential.display;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
    private static final int IN_GALLERY = 64;
    private static final int PER_ROW = 10;
    private static final int GAP = 8;
    private static final int CAPTION = 16;

    private ArrayPicture() {}

    /** One image. */
    public static Picture of(INDArray image) {
        BufferedImage pixels = pixels(image, "image");
        int zoom = zoom(pixels, ALONE);
        int width = zoom * pixels.getWidth();
        int height = zoom * pixels.getHeight();
        String text = "Image " + ArrayText.describe(image);
        return Picture.draw(width, height, text, g -> paint(g, pixels, 0, 0, width, height));
    }

    /**
     * The first images of an array {@code (n, height, width)} or {@code (n, height, width, 1 or 3)}, ten in a row, each
     * above its caption.
     *
     * @param captions one an image: so many are drawn
     */
    public static Picture gallery(INDArray images, List<String> captions) {
        Shape shape = Shape.of(images.shape());
        Check.that(
                shape.rank() == 3 || shape.rank() == 4,
                "images must have shape (n, height, width) or (n, height, width, channels), but received %s",
                shape);
        int count = captions.size();
        Check.that(
                count >= 1 && count <= shape.dim(0),
                "captions must be from 1 to %d, one an image, but received %d",
                shape.dim(0),
                count);
        List<BufferedImage> all = java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> pixels(images.slice(i), "images"))
                .toList();
        int zoom = zoom(all.get(0), IN_GALLERY);
        int width = zoom * all.get(0).getWidth();
        int height = zoom * all.get(0).getHeight();
        int columns = Math.min(PER_ROW, count);
        int rows = (count + columns - 1) / columns;
        String text = "Images " + ArrayText.describe(images) + ": " + String.join("; ", captions);
        return Picture.draw(GAP + columns * (width + GAP), GAP + rows * (height + CAPTION + GAP), text, g -> {
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
            FontMetrics metrics = g.getFontMetrics();
            for (int i = 0; i < count; i++) {
                int left = GAP + i % columns * (width + GAP);
                int top = GAP + i / columns * (height + CAPTION + GAP);
                paint(g, all.get(i), left, top, width, height);
                g.setColor(Color.DARK_GRAY);
                String caption = captions.get(i);
                g.drawString(caption, left + (width - metrics.stringWidth(caption)) / 2f, top + height + CAPTION - 4f);
            }
        });
    }

    private static int zoom(BufferedImage pixels, int length) {
        return Math.max(1, length / Math.max(pixels.getWidth(), pixels.getHeight()));
    }

    private static void paint(Graphics2D g, BufferedImage pixels, int left, int top, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(pixels, left, top, width, height, null);
    }

    private static BufferedImage pixels(INDArray image, String argument) {
        Shape shape = Shape.of(image.shape());
        boolean colour = shape.rank() == 3 && shape.dim(2) == 3;
        Check.that(
                shape.rank() == 2 || colour || shape.rank() == 3 && shape.dim(2) == 1,
                "%s must have shape (height, width), (height, width, 1) or (height, width, 3) each, but received %s",
                argument,
                shape);
        int height = (int) shape.dim(0);
        int width = (int) shape.dim(1);
        double[] values = image.dup('c').reshape(image.length()).toDoubleVector();
        double least = 0;
        double most = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double range = most > least ? most - least : 1;
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int channels = colour ? 3 : 1;
        for (int i = 0; i < width * height; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double value = values[i * channels + (colour ? c : 0)];
                rgb = rgb << 8 | (int) Math.round(255 * (value - least) / range);
            }
            pixels.setRGB(i % width, i / width, rgb);
        }
        return pixels;
    }
}
