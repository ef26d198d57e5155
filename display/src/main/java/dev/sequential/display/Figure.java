package dev.sequential.display;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;

/** Plots of one size in rows, with a legend below all of them. */
record Figure(List<Plot> plots, Legend legend) {
    /** A frame and what is painted in it. */
    record Plot(Frame frame, Consumer<Frame.Area> content) {}

    private static final int WIDTH = 400;
    private static final int HEIGHT = 270;
    /** Two in a row look best, but many would be a long way down. */
    private static final int FEW = 4;

    private static final int NARROW = 320;

    Picture draw(String text) {
        boolean few = plots.size() <= FEW;
        int columns = Math.min(few ? 2 : 3, plots.size());
        int width = plots.size() == 1 ? WIDTH + 100 : few ? WIDTH : NARROW;
        int rows = (plots.size() + columns - 1) / columns;
        int wide = columns * width;
        int below = legend.entries().isEmpty() ? 0 : legend.height(wide);
        return Picture.draw(wide, rows * HEIGHT + below, text, g -> {
            for (int i = 0; i < plots.size(); i++) {
                var at = (Graphics2D) g.create();
                at.translate(i % columns * width, i / columns * HEIGHT);
                plots.get(i).frame.paint(at, width, HEIGHT, plots.get(i).content);
                at.dispose();
            }
            legend.paint(g, rows * (double) HEIGHT, wide);
        });
    }
}
