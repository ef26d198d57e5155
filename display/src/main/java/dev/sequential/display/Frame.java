package dev.sequential.display;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;

/**
 * What is around a plot: its title, two axes with their ticks and titles, and a grid. Texts may be empty.
 *
 * @param title above the plot
 * @param xTitle below it
 * @param yTitle left of it
 * @param x from left to right
 * @param y upwards
 */
record Frame(String title, String xTitle, String yTitle, Axis x, Axis y) {
    private static final int TOP = 34;
    private static final int RIGHT = 16;
    /** At least so wide, so that plots above each other are in line. */
    private static final int LEFT = 54;

    private static final int BOTTOM = 24;
    private static final int TITLE = 18;

    /** The plot's own place in its frame: {@code x} and {@code y} tell where a point lies. */
    record Area(Graphics2D g, Rectangle2D.Double place, Axis xAxis, Axis yAxis) {
        double x(double value) {
            return place.x + place.width * xAxis.at(value);
        }

        double y(double value) {
            return place.y + place.height * (1 - yAxis.at(value));
        }
    }

    /** Paints everything in a rectangle that begins at the origin; the content on the grid and within the axes. */
    void paint(Graphics2D g, int width, int height, Consumer<Area> content) {
        Area area = new Area(g, place(width, height), x, y);
        Rectangle2D.Double at = area.place;
        g.setFont(Ink.BOLD);
        g.setColor(Ink.TEXT);
        Caption.left(g, Caption.fit(title, Ink.BOLD, width - at.x - RIGHT), at.x, TOP - 12);
        grid(area);
        g.setFont(Ink.SMALL);
        g.setColor(Ink.FAINT);
        Caption.centred(g, xTitle, at.getCenterX(), at.getMaxY() + BOTTOM + TITLE - 8);
        Caption.upwards(g, yTitle, 16, at.getCenterY());
        var inside = (Graphics2D) g.create();
        inside.clip(new Rectangle2D.Double(at.x - 5, at.y - 5, at.width + 10, at.height + 10));
        content.accept(new Area(inside, at, x, y));
        inside.dispose();
    }

    private Rectangle2D.Double place(int width, int height) {
        double left = Math.max(LEFT, y.labelWidth() + 16) + (yTitle.isEmpty() ? 0 : TITLE);
        double bottom = BOTTOM + (xTitle.isEmpty() ? 0 : TITLE);
        return new Rectangle2D.Double(left, TOP, width - left - RIGHT, height - TOP - bottom);
    }

    private void grid(Area area) {
        Graphics2D g = area.g;
        Rectangle2D.Double at = area.place;
        g.setFont(Ink.SMALL);
        g.setStroke(Ink.line(1));
        for (Axis.Tick tick : y.ticks()) {
            double level = area.y(tick.value());
            g.setColor(Ink.GRID);
            g.draw(new Line2D.Double(at.x, level, at.getMaxX(), level));
            g.setColor(Ink.TEXT);
            Caption.right(g, tick.label(), at.x - 8, level + 4);
        }
        g.setColor(Ink.FRAME);
        g.draw(new Line2D.Double(at.x, at.getMaxY(), at.getMaxX(), at.getMaxY()));
        for (Axis.Tick tick : x.ticks()) {
            double place = area.x(tick.value());
            g.setColor(Ink.FRAME);
            g.draw(new Line2D.Double(place, at.getMaxY(), place, at.getMaxY() + 4));
            g.setColor(Ink.TEXT);
            Caption.centred(g, tick.label(), place, at.getMaxY() + 17);
        }
    }
}
