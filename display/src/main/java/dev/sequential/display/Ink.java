package dev.sequential.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** Colours, fonts and strokes of pictures: dark on white, told apart by everyone, on grey paper too. */
final class Ink {
    static final Color TEXT = new Color(0x333333);
    static final Color FAINT = new Color(0x6E6E6E);
    static final Color FRAME = new Color(0xB0B0B0);
    static final Color GRID = new Color(0xE6E6E6);
    static final Color BLUE = new Color(0x0060A8);
    static final Color ORANGE = new Color(0xE68A00);
    static final Color RED = new Color(0xC73E1D);

    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 12);

    /** From dark to light and from far to near on the colour wheel, after Okabe and Ito (2008). */
    private static final List<Color> SERIES = List.of(
            BLUE,
            ORANGE,
            new Color(0x009E73),
            new Color(0xB0418A),
            new Color(0x56B4E9),
            new Color(0x7A4B1E),
            new Color(0x000000),
            new Color(0x8C8C00));

    private Ink() {}

    /** The colour of one of several things; after eight they come again, lighter. */
    static Color series(int index) {
        Color color = SERIES.get(index % SERIES.size());
        return index / SERIES.size() % 2 == 0 ? color : mix(color, Color.WHITE, 0.5);
    }

    /** A colour between two: 0 is the first, 1 the second. */
    static Color mix(Color first, Color second, double share) {
        return new Color(
                between(first.getRed(), second.getRed(), share),
                between(first.getGreen(), second.getGreen(), share),
                between(first.getBlue(), second.getBlue(), share));
    }

    private static int between(int first, int second, double share) {
        return (int) Math.round(first + (second - first) * share);
    }

    static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashes(double width, float... lengths) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }
}
