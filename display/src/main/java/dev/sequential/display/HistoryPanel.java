package dev.sequential.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.IntSummaryStatistics;
import java.util.List;

/** One number over the epochs, of one or several trainings: training and validation, and where the best epoch is. */
final class HistoryPanel {
    private static final int X_TICKS = 8;
    private static final int Y_TICKS = 6;

    private final String name;
    private final List<Course> courses;
    private final List<Line> lines;

    private HistoryPanel(String name, List<Course> courses) {
        this.name = name;
        this.courses = courses;
        this.lines = courses.stream()
                .flatMap(c -> c.lines(name, courses.size() == 1).stream())
                .toList();
    }

    static Figure.Plot of(String name, List<Course> courses) {
        HistoryPanel panel = new HistoryPanel(name, courses);
        IntSummaryStatistics epochs = courses.stream()
                .flatMap(c -> c.history().epoch().stream())
                .mapToInt(e -> e + 1)
                .summaryStatistics();
        Axis x = Axis.counting(epochs.getMin(), epochs.getMax(), X_TICKS);
        if (panel.lines.isEmpty()) {
            Axis none = new Axis(0, 1, false, List.of());
            return new Figure.Plot(new Frame(name + ": no finite number", "epoch", "", x, none), area -> {});
        }
        List<Double> values = panel.lines.stream()
                .flatMap(l -> l.points().stream())
                .filter(Line.Point::isFinite)
                .map(Line.Point::y)
                .toList();
        Axis y = Axis.fitting(values, Y_TICKS);
        String title = y.log() ? name + " (log scale)" : name;
        return new Figure.Plot(new Frame(title, "epoch", "", x, y), panel::paint);
    }

    private void paint(Frame.Area area) {
        if (courses.size() == 1) courses.forEach(c -> line(area, c));
        lines.forEach(line -> line.paint(area));
        courses.forEach(c -> ring(area, c));
    }

    /** Leads the eye from the best epoch to what else it has. */
    private static void line(Frame.Area area, Course course) {
        if (course.history().epoch().size() < 2) return;
        Best.of(course.history()).ifPresent(best -> {
            Graphics2D g = area.g();
            double x = area.x(best.epoch() + 1.0);
            g.setColor(Ink.FRAME);
            g.setStroke(Ink.dashes(1, 2, 3));
            g.draw(new Line2D.Double(x, area.place().y, x, area.place().getMaxY()));
        });
    }

    private void ring(Frame.Area area, Course course) {
        if (course.history().epoch().size() < 2) return;
        Best.of(course.history())
                .filter(best -> best.judge().equals(name) || best.judge().equals("val_" + name))
                .filter(best -> new Line.Point(0, best.value()).isFinite())
                .ifPresent(best -> {
                    Color color = course.color(best.judge());
                    Line.ring(area.g(), color, area.x(best.epoch() + 1.0), area.y(best.value()));
                });
    }
}
