package dev.sequential.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Points joined by a line, with gaps where a number is not finite. Dots mark the points of a line that has few, and those
 * that no line reaches.
 *
 * @param color of line and points
 * @param dashed whether the line is
 * @param dots whether a few points are marked
 * @param points from left to right
 */
record Line(Color color, boolean dashed, boolean dots, List<Point> points) {
    static final BasicStroke SOLID = Ink.line(1.8);
    static final BasicStroke DASHED = Ink.dashes(1.8, 6, 3);
    private static final int MARKED = 30;

    /** One of them. */
    record Point(double x, double y) {
        /** Whether it can be drawn: the largest numbers leave no room for an axis. */
        boolean isFinite() {
            return Math.abs(y) < 1e300;
        }
    }

    void paint(Frame.Area area) {
        Graphics2D g = area.g();
        g.setColor(color);
        g.setStroke(dashed ? DASHED : SOLID);
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (!point.isFinite()) continue;
            boolean begins = !finite(i - 1);
            if (begins) path.moveTo(area.x(point.x), area.y(point.y));
            else path.lineTo(area.x(point.x), area.y(point.y));
            boolean alone = begins && !finite(i + 1);
            if (alone || dots && points.size() <= MARKED) dot(g, area.x(point.x), area.y(point.y));
        }
        g.draw(path);
    }

    private boolean finite(int index) {
        return index >= 0 && index < points.size() && points.get(index).isFinite();
    }

    private static void dot(Graphics2D g, double x, double y) {
        g.fill(new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5));
    }

    /** A ring around a point, white inside: what is best. */
    static void ring(Graphics2D g, Color color, double x, double y) {
        Ellipse2D.Double ring = new Ellipse2D.Double(x - 4.5, y - 4.5, 9, 9);
        g.setColor(Color.WHITE);
        g.fill(ring);
        g.setColor(color);
        g.setStroke(Ink.line(2));
        g.draw(ring);
    }
}
