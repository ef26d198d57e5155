package dev.sequential.display;

import dev.sequential.History;
import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The course of one or several trainings over the epochs from 1: a plot for the loss and one for each metric, with a solid
 * line for training and, where there was one, a dashed one for validation. A ring marks the best epoch. What falls over
 * more than two decades has a logarithmic scale.
 *
 * <pre>{@code
 * HistoryPlot.of(history).save(Path.of("history.png"));
 * HistoryPlot.of(Map.of("adam", first, "sgd", second))
 * }</pre>
 */
public final class HistoryPlot {
    private HistoryPlot() {}

    /** One training; the picture's text is that of {@link HistoryTable}. */
    public static Picture of(History history) {
        String text = HistoryTable.of(history).text();
        Course course = new Course("", history, Ink.BLUE, Ink.ORANGE);
        List<Legend.Entry> entries = new ArrayList<>(List.of(new Legend.Entry(Legend.Sample.SOLID, Ink.BLUE, "train")));
        if (course.isValidated()) entries.add(new Legend.Entry(Legend.Sample.DASHED, Ink.ORANGE, "validation"));
        if (history.epoch().size() > 1) {
            Best.of(history)
                    .ifPresent(b -> entries.add(new Legend.Entry(
                            Legend.Sample.RING,
                            course.color(b.judge()),
                            "least " + b.judge() + ", epoch " + (b.epoch() + 1))));
        }
        return draw(List.of(course), entries, text);
    }

    /** Several trainings by name; the picture's text is that of {@link ComparisonTable}. */
    public static Picture of(Map<String, History> histories) {
        Check.that(!histories.isEmpty(), "histories must not be empty");
        List<Course> courses = new ArrayList<>();
        List<Legend.Entry> entries = new ArrayList<>();
        histories.forEach((name, history) -> {
            var color = Ink.series(courses.size());
            courses.add(new Course(name, history, color, color));
            entries.add(new Legend.Entry(Legend.Sample.SOLID, color, name));
        });
        if (courses.stream().anyMatch(Course::isValidated)) {
            entries.add(new Legend.Entry(Legend.Sample.DASHED, Ink.FAINT, "validation"));
        }
        entries.add(new Legend.Entry(Legend.Sample.RING, Ink.FAINT, "best epoch"));
        return draw(courses, entries, ComparisonTable.of(histories).text());
    }

    private static Picture draw(List<Course> courses, List<Legend.Entry> entries, String text) {
        List<String> names = Course.names(courses);
        if (names.isEmpty()) {
            return Picture.draw(400, 40, text, g -> {
                g.setColor(Ink.TEXT);
                g.setFont(Ink.SMALL);
                Caption.left(g, HistoryTable.NOTHING, 12, 25);
            });
        }
        // The history may go on before the picture is drawn, so its numbers are taken now.
        Figure figure =
                new Figure(names.stream().map(n -> HistoryPanel.of(n, courses)).toList(), new Legend(entries));
        return Picture.later(text, () -> figure.draw(text));
    }
}
