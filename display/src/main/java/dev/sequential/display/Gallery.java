package dev.sequential.display;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Images in rows, each above its caption; some are marked as wrong. */
final class Gallery {
    private static final int ABOUT = 64;
    private static final int MOST = 184;
    private static final int PER_ROW = 10;
    private static final int WIDEST = 760;
    private static final int LONGEST = 130;
    private static final int GAP = 8;
    private static final int CAPTION = 16;
    private static final Font MARKED = Ink.BOLD.deriveFont(11f);

    private final List<BufferedImage> images;
    private final List<String> captions;
    private final List<Integer> wrong;
    private final Dimension size;
    private final int cell;

    private Gallery(List<BufferedImage> images, List<String> captions, List<Integer> wrong) {
        this.images = images;
        this.captions = captions;
        this.wrong = wrong;
        this.size = ArrayPixels.size(images.get(0), ABOUT, MOST);
        double widest = captions.stream()
                .mapToDouble(c -> Caption.width(c, MARKED))
                .max()
                .orElse(0);
        this.cell = Math.max(size.width, (int) Math.ceil(Math.min(widest, LONGEST)));
    }

    static Picture of(INDArray images, List<String> captions, List<Integer> wrong) {
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
        List<BufferedImage> pixels = IntStream.range(0, count)
                .mapToObj(i -> ArrayPixels.of(images.slice(i), "images"))
                .toList();
        String text = "Images " + ArrayText.describe(images) + ": " + String.join("; ", captions);
        return Picture.later(text, () -> new Gallery(pixels, captions, wrong).draw(text));
    }

    static Picture predictions(INDArray images, INDArray labels, INDArray predictions, int count, String... names) {
        Check.atLeast(1, count, "count");
        int[] truth = Labels.of(labels, "labels");
        int[] taken = Labels.of(predictions, "predictions");
        Check.that(
                truth.length == taken.length && truth.length == images.size(0),
                "images, labels and predictions must be of equal number, but received %d, %d and %d",
                images.size(0),
                truth.length,
                taken.length);
        List<String> captions = new ArrayList<>();
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < Math.min(count, truth.length); i++) {
            boolean right = truth[i] == taken[i];
            captions.add(name(taken[i], names) + (right ? "" : " (is " + name(truth[i], names) + ")"));
            if (!right) wrong.add(i);
        }
        return of(images, captions, wrong);
    }

    private static String name(int number, String... names) {
        Check.that(
                names.length == 0 || number >= 0 && number < names.length,
                "classNames must name class %d, but received %d names",
                number,
                names.length);
        return names.length == 0 ? Integer.toString(number) : names[number];
    }

    private Picture draw(String text) {
        int columns = Math.max(1, Math.min(Math.min(PER_ROW, images.size()), WIDEST / (cell + GAP)));
        int rows = (images.size() + columns - 1) / columns;
        return Picture.draw(GAP + columns * (cell + GAP), GAP + rows * (size.height + CAPTION + GAP), text, g -> {
            for (int i = 0; i < images.size(); i++) {
                paint(g, i, GAP + i % columns * (cell + GAP), GAP + i / columns * (size.height + CAPTION + GAP));
            }
        });
    }

    private void paint(Graphics2D g, int index, int left, int top) {
        int x = left + (cell - size.width) / 2;
        ArrayPixels.paint(g, images.get(index), x, top, size);
        boolean marked = wrong.contains(index);
        if (marked) cross(g, x, top);
        g.setColor(Ink.TEXT);
        g.setFont(marked ? MARKED : Ink.SMALL);
        String caption = Caption.fit(captions.get(index), g.getFont(), cell + GAP - 2.0);
        Caption.centred(g, caption, left + cell / 2.0, top + size.height + CAPTION - 4);
    }

    /** A frame, and a cross in its corner for those who see no red. */
    private void cross(Graphics2D g, double x, double y) {
        g.setColor(Ink.RED);
        g.setStroke(Ink.line(3));
        g.draw(new Rectangle2D.Double(x + 1.5, y + 1.5, size.width - 3.0, size.height - 3.0));
        double middleX = x + size.width - 9;
        g.fill(new Ellipse2D.Double(middleX - 9, y, 18, 18));
        g.setColor(Color.WHITE);
        g.setStroke(Ink.line(2));
        g.draw(new Line2D.Double(middleX - 4, y + 5, middleX + 4, y + 13));
        g.draw(new Line2D.Double(middleX - 4, y + 13, middleX + 4, y + 5));
    }
}
