package dev.sequential.display;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array's elements as pixels: the least (or 0, if that is less) is black, the largest white. */
final class ArrayPixels {
    private ArrayPixels() {}

    /** One pixel an element, or three elements; {@code argument} is what messages call the array. */
    static BufferedImage of(INDArray image, String argument) {
        Shape shape = Shape.of(image.shape());
        boolean colour = shape.rank() == 3 && shape.dim(2) == 3;
        Check.that(
                shape.rank() == 2 || colour || shape.rank() == 3 && shape.dim(2) == 1,
                "%s must have shape (height, width), (height, width, 1) or (height, width, 3) each, but received %s",
                argument,
                shape);
        int height = (int) shape.dim(0);
        int width = (int) shape.dim(1);
        Check.that(height > 0 && width > 0, "%s must have pixels, but received shape %s", argument, shape);
        double[] values = image.dup('c').reshape(image.length()).toDoubleVector();
        double least = 0;
        double most = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) continue;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double range = most > least ? most - least : 1;
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int channels = colour ? 3 : 1;
        for (int i = 0; i < width * height; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double share = (values[i * channels + (colour ? c : 0)] - least) / range;
                rgb = rgb << 8 | (int) Math.round(255 * Math.min(1, Math.max(0, share)));
            }
            pixels.setRGB(i % width, i / width, rgb);
        }
        return pixels;
    }

    /** How large it is drawn: small ones in whole steps until the longer side is about so long, large ones at most so long. */
    static Dimension size(BufferedImage pixels, int about, int most) {
        int longer = Math.max(pixels.getWidth(), pixels.getHeight());
        double zoom = longer > most ? (double) most / longer : Math.max(1, about / longer);
        return new Dimension(
                Math.max(1, (int) (zoom * pixels.getWidth())), Math.max(1, (int) (zoom * pixels.getHeight())));
    }

    /** Draws pixels as squares with sharp edges where they are enlarged. */
    static void paint(Graphics2D g, BufferedImage pixels, int left, int top, Dimension size) {
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                size.width < pixels.getWidth()
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(pixels, left, top, size.width, size.height, null);
    }
}
