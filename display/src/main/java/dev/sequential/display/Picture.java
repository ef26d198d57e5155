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
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A picture and its text: opaque pixels, twice as many each way as it is to be shown with, so that it is sharp on every
 * screen (a huge one has fewer) and readable on a page of any colour. Notebooks show it; {@link #save} keeps it. It is drawn
 * when it is first looked at: the text is there on machines that cannot draw, too.
 *
 * <pre>{@code
 * HistoryPlot.of(history).save(Path.of("history.png"));
 * }</pre>
 */
public final class Picture {
    private static final int SCALE = 2;
    /** What a browser still shows without effort. */
    private static final double MOST_PIXELS = 40e6;

    private record Drawing(BufferedImage pixels, int width, int height) {}

    private final String text;
    private final Supplier<Drawing> drawing;
    private Drawing drawn;

    private Picture(String text, Supplier<Drawing> drawing) {
        this.text = Check.notNull(text, "text");
        this.drawing = drawing;
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
        return new Picture(text, () -> new Drawing(image, image.getWidth(), image.getHeight()));
    }

    /** A picture drawn in CSS pixels on white. */
    static Picture draw(int width, int height, String text, Consumer<Graphics2D> content) {
        Check.atLeast(1, width, "width");
        Check.atLeast(1, height, "height");
        return new Picture(text, () -> new Drawing(pixels(width, height, content), width, height));
    }

    /** A picture that is made when it is first looked at, because already its size needs fonts. */
    static Picture later(String text, Supplier<Picture> picture) {
        return new Picture(text, () -> picture.get().drawn());
    }

    private static BufferedImage pixels(int width, int height, Consumer<Graphics2D> content) {
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
            content.accept(g);
        } finally {
            g.dispose();
        }
        return pixels;
    }

    private synchronized Drawing drawn() {
        if (drawn == null) drawn = drawing.get();
        return drawn;
    }

    /** What is drawn. */
    public BufferedImage pixels() {
        return drawn().pixels;
    }

    /** Width to be shown with, in CSS pixels. */
    public int width() {
        return drawn().width;
    }

    /** Height to be shown with, in CSS pixels. */
    public int height() {
        return drawn().height;
    }

    /** What it shows, in words, for where there are no pictures. */
    public String text() {
        return text;
    }

    /** The picture as a PNG file's content. */
    public byte[] png() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(pixels(), "png", out);
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
