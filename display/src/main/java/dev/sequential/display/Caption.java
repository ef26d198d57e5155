package dev.sequential.display;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;

/** Writing in pictures: in one line, at a side or in the middle of a place, and never beyond it. */
final class Caption {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Caption() {}

    /** How wide a text is, in CSS pixels. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** The text in one line, with its end cut off where it is wider. */
    static String fit(String text, Font font, double width) {
        String line = text.replaceAll("\\s+", " ");
        if (width(line, font) <= width) return line;
        int length = line.codePointCount(0, line.length());
        for (int keep = length - 1; keep > 0; keep--) {
            String cut = line.substring(0, line.offsetByCodePoints(0, keep)).stripTrailing() + "…";
            if (width(cut, font) <= width) return cut;
        }
        return "…";
    }

    /** Writes in the current font from {@code x} on. */
    static void left(Graphics2D g, String text, double x, double baseline) {
        g.drawString(text, (float) x, (float) baseline);
    }

    /** Writes in the current font around {@code x}. */
    static void centred(Graphics2D g, String text, double x, double baseline) {
        left(g, text, x - width(text, g.getFont()) / 2, baseline);
    }

    /** Writes in the current font up to {@code x}. */
    static void right(Graphics2D g, String text, double x, double baseline) {
        left(g, text, x - width(text, g.getFont()), baseline);
    }

    /** Writes upwards around a point: the title of an axis. */
    static void upwards(Graphics2D g, String text, double x, double y) {
        Graphics2D turned = turned(g, x, y);
        centred(turned, text, 0, 0);
        turned.dispose();
    }

    /** Writes upwards up to a point: a name below a column. */
    static void upTo(Graphics2D g, String text, double x, double y) {
        Graphics2D turned = turned(g, x, y);
        right(turned, text, 0, 0);
        turned.dispose();
    }

    private static Graphics2D turned(Graphics2D g, double x, double y) {
        var turned = (Graphics2D) g.create();
        turned.translate(x, y);
        turned.rotate(-Math.PI / 2);
        return turned;
    }
}
