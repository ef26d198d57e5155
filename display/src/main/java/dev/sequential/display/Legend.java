package dev.sequential.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** What lines mean: samples and names in centred rows below the plots, where they hide nothing. */
record Legend(List<Entry> entries) {
    /** How a sample looks. */
    enum Sample {
        SOLID,
        DASHED,
        RING,
        NONE
    }

    /** A sample and what it means. */
    record Entry(Sample sample, Color color, String name) {
        double width(double most) {
            return sampleWidth() + Caption.width(text(most), Ink.SMALL);
        }

        private double sampleWidth() {
            return sample == Sample.NONE ? 0 : sample == Sample.RING ? 18 : 32;
        }

        private String text(double most) {
            return Caption.fit(name, Ink.SMALL, Math.min(240, most - sampleWidth()));
        }

        private void paint(Graphics2D g, double x, double y, double most) {
            g.setColor(color);
            g.setStroke(sample == Sample.DASHED ? Line.DASHED : Line.SOLID);
            if (sample == Sample.RING) Line.ring(g, color, x + 6, y);
            else if (sample != Sample.NONE) g.draw(new Line2D.Double(x, y, x + 26, y));
            g.setColor(Ink.TEXT);
            g.setFont(Ink.SMALL);
            Caption.left(g, text(most), x + sampleWidth(), y + 4);
        }
    }

    private static final int ROW = 18;
    private static final int BETWEEN = 20;
    private static final int MARGIN = 12;

    /** How high it is where it may be so wide. */
    int height(int width) {
        return rows(width).size() * ROW + MARGIN;
    }

    /** Paints it below a line. */
    void paint(Graphics2D g, double top, int width) {
        double most = width - 2.0 * MARGIN;
        double y = top + ROW / 2.0;
        for (List<Entry> row : rows(width)) {
            double x = (width - length(row, most)) / 2;
            for (Entry entry : row) {
                entry.paint(g, x, y, most);
                x += entry.width(most) + BETWEEN;
            }
            y += ROW;
        }
    }

    private List<List<Entry>> rows(int width) {
        double most = width - 2.0 * MARGIN;
        List<List<Entry>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            List<Entry> last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last == null || length(last, most) + BETWEEN + entry.width(most) > most) {
                rows.add(new ArrayList<>(List.of(entry)));
            } else {
                last.add(entry);
            }
        }
        return rows;
    }

    private static double length(List<Entry> row, double most) {
        return row.stream().mapToDouble(e -> e.width(most)).sum() + BETWEEN * (row.size() - 1.0);
    }
}
