package dev.sequential.display;

import dev.sequential.engine.Check;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A finished picture: opaque pixels, twice as many each way as it is to be shown with, so that it is sharp on every screen
 * (a huge one has fewer), and readable on a page of any colour. Notebooks show it; {@link #save} keeps it.
 *
 * <pre>{@code
 * HistoryPlot.of(history).save(Path.of("history.png"));
 * }</pre>
 *
 * @param pixels what is drawn
 * @param width to be shown with, in CSS pixels
 * @param height to be shown with, in CSS pixels
 * @param text what it shows, in words, for where there are no pictures
 */
public record Picture(BufferedImage pixels, int width, int height, String text) {
    private static final int SCALE = 2;
    /** What a browser still shows without effort. */
    private static final double MOST_PIXELS = 40e6;

    public Picture {
        Check.notNull(pixels, "pixels");
        Check.notNull(text, "text");
        Check.atLeast(1, width, "width");
        Check.atLeast(1, height, "height");
    }

    /** A chart of XChart in its own size. */
    public static Picture of(IChart chart) {
        String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "Chart" : "Chart: " + chart.getTitle();
        return draw(
                chart.getWidth(), chart.getHeight(), title, g -> chart.paint(g, chart.getWidth(), chart.getHeight()));
    }

    /** An image in its own size, a pixel for a pixel. */
    public static Picture of(BufferedImage image) {
        String text = "Image of " + image.getWidth() + " × " + image.getHeight() + " pixels";
        return new Picture(image, image.getWidth(), image.getHeight(), text);
    }

    /** A picture drawn in CSS pixels on white. */
    static Picture draw(int width, int height, String text, Consumer<Graphics2D> drawing) {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / width / height));
        BufferedImage pixels =
                new BufferedImage((int) (scale * width), (int) (scale * height), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pixels.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.scale(scale, scale);
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, width + 1, height + 1);
            drawing.accept(g);
        } finally {
            g.dispose();
        }
        return new Picture(pixels, width, height, text);
    }

    /** The picture as a PNG file's content. */
    public byte[] png() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(pixels, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the picture as a PNG file. */
    public void save(Path file) throws IOException {
        Files.write(file, png());
    }

    /** As {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
