package dev.sequential.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which class was taken for which, as a heat map: a row for each true class, a column for each predicted one; the darker a
 * cell, the larger its share of the row.
 *
 * <pre>{@code
 * ConfusionPlot.of(test.y(), model.predict(test.x()), "cat", "dog").save(Path.of("confusion.png"));
 * }</pre>
 */
public final class ConfusionPlot {
    private static final int TOP = 40;
    private static final int MARGIN = 14;
    private static final int TITLE = 24;
    private static final int LONGEST_NAME = 110;
    /** Above so many classes there is no room for counts, and soon none for all names. */
    private static final int COUNTED = 30;

    private final ConfusionMatrix matrix;
    private final int size;
    private final int cell;
    private final double names;
    private final boolean upright;

    private ConfusionPlot(ConfusionMatrix matrix) {
        this.matrix = matrix;
        this.size = matrix.names().size();
        int digits = Integer.toString(
                        IntStream.range(0, size).map(matrix::of).max().orElse(0))
                .length();
        this.cell = size <= 12
                ? Math.max(44, 8 * digits + 12)
                : size <= COUNTED ? Math.max(24, 8 * digits + 6) : Math.max(3, 600 / size);
        double widest = matrix.names().stream()
                .mapToDouble(n -> Caption.width(n, Ink.SMALL))
                .max()
                .orElse(0);
        this.names = Math.min(LONGEST_NAME, widest) + 8;
        this.upright = names > cell;
    }

    /**
     * The picture.
     *
     * @param labels true classes, {@code (n,)}, {@code (n, 1)} or one-hot {@code (n, classes)}
     * @param predictions what {@code predict} gave: classes or probabilities, in the same shapes
     * @param classNames names by class number; default the numbers themselves
     * @throws IllegalArgumentException where labels and predictions differ in number, or a class is negative or has no name
     */
    public static Picture of(INDArray labels, INDArray predictions, String... classNames) {
        ConfusionMatrix matrix = ConfusionMatrix.of(labels, predictions, classNames);
        return Picture.later(text(matrix), () -> new ConfusionPlot(matrix).draw());
    }

    private static String title(ConfusionMatrix matrix) {
        return "accuracy " + Numbers.decimal(matrix.accuracy()) + " (" + matrix.correct() + " of " + matrix.total()
                + ")";
    }

    private Picture draw() {
        double left = MARGIN + TITLE + names;
        double below = (upright ? names : 20) + TITLE + MARGIN / 2.0;
        String title = title(matrix);
        int width = (int) Math.max(left + size * cell + MARGIN, left + Caption.width(title, Ink.BOLD) + MARGIN);
        return Picture.draw(width, (int) (TOP + size * cell + below), title, g -> {
            g.setFont(Ink.BOLD);
            g.setColor(Ink.TEXT);
            Caption.left(g, title, left, 24);
            g.setFont(Ink.SMALL);
            g.setColor(Ink.FAINT);
            Caption.upwards(g, "true", MARGIN + 8, TOP + size * cell / 2.0);
            Caption.centred(g, "predicted", left + size * cell / 2.0, TOP + size * cell + below - 12);
            for (int i = 0; i < size; i++) {
                row(g, i, left);
                name(g, i, left);
            }
            g.setColor(Ink.FRAME);
            g.setStroke(Ink.line(1));
            g.draw(new Rectangle2D.Double(left, TOP, size * cell, size * cell));
        });
    }

    private void row(Graphics2D g, int truth, double left) {
        int all = matrix.of(truth);
        g.setFont(cell >= 30 ? Ink.SMALL.deriveFont(12f) : Ink.SMALL.deriveFont(10f));
        for (int predicted = 0; predicted < size; predicted++) {
            int count = matrix.count(truth, predicted);
            double share = all == 0 ? 0 : (double) count / all;
            double x = left + predicted * cell;
            double y = TOP + truth * cell;
            // the root shows a few mistakes among many samples
            g.setColor(Ink.mix(Color.WHITE, Ink.BLUE, Math.sqrt(share)));
            g.fill(new Rectangle2D.Double(x, y, cell, cell));
            if (size > COUNTED) continue;
            g.setColor(share > 0.25 ? Color.WHITE : count == 0 ? Ink.FRAME : Ink.TEXT);
            Caption.centred(g, Integer.toString(count), x + cell / 2.0, y + cell / 2.0 + 4.5);
        }
    }

    private void name(Graphics2D g, int index, double left) {
        int every = IntStream.of(1, 2, 5, 10)
                .filter(n -> n * cell >= 14)
                .findFirst()
                .orElse(20);
        if (index % every != 0) return;
        String name = Caption.fit(matrix.names().get(index), Ink.SMALL, LONGEST_NAME);
        g.setFont(Ink.SMALL);
        g.setColor(Ink.TEXT);
        double middle = index * cell + cell / 2.0;
        Caption.right(g, name, left - 6, TOP + middle + 4);
        if (upright) {
            Caption.upTo(g, name, left + middle + 4, TOP + size * cell + 6);
        } else {
            Caption.centred(g, name, left + middle, TOP + size * cell + 16);
        }
    }

    private static String text(ConfusionMatrix matrix) {
        List<String> header = new ArrayList<>(List.of("true \\ predicted"));
        header.addAll(matrix.names());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.names().size(); i++) {
            List<String> row = new ArrayList<>(List.of(matrix.names().get(i)));
            for (int k = 0; k < matrix.names().size(); k++) row.add(Integer.toString(matrix.count(i, k)));
            rows.add(row);
        }
        return new TextTable(header, rows, title(matrix)).text();
    }
}
