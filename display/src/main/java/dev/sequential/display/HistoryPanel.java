package dev.sequential.display;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/** One number over the epochs, of one or several trainings: training and validation, and where the best epoch is. */
final class HistoryPanel {
    private static final int X_TICKS = 8;
    private static final int Y_TICKS = 6;

    /** The best epoch of a training; {@code here} tells whether the number that is least is of this plot. */
    private record Mark(Best best, Color color, boolean here) {}

    private final List<Line> lines;
    private final List<Mark> marks = new ArrayList<>();
    private final boolean alone;

    private HistoryPanel(String name, List<Course> courses) {
        this.alone = courses.size() == 1;
        for (Course course : courses) {
            if (course.history().epoch().size() < 2) continue; // nothing to choose from
            Best.of(course.history())
                    .filter(b -> new Line.Point(0, b.value()).isFinite())
                    .ifPresent(b -> marks.add(new Mark(
                            b,
                            course.color(b.judge()),
                            b.judge().equals(name) || b.judge().equals("val_" + name))));
        }
        this.lines =
                courses.stream().flatMap(c -> c.lines(name, alone).stream()).toList();
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
        if (alone) marks.forEach(mark -> guide(area, mark));
        lines.forEach(line -> line.paint(area));
        for (Mark mark : marks) {
            if (!mark.here) continue;
            Line.ring(area.g(), mark.color, area.x(mark.best.epoch() + 1.0), area.y(mark.best.value()));
        }
    }

    /** Leads the eye from the best epoch to what else it has. */
    private static void guide(Frame.Area area, Mark mark) {
        Graphics2D g = area.g();
        double x = area.x(mark.best.epoch() + 1.0);
        g.setColor(Ink.FRAME);
        g.setStroke(Ink.dashes(1, 2, 3));
        g.draw(new Line2D.Double(x, area.place().y, x, area.place().getMaxY()));
    }
}
