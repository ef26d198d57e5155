package dev.sequential.display;

import dev.sequential.History;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A training as lines.
 *
 * @param name what the legend calls it
 * @param history its numbers
 * @param train colour of what was measured in training
 * @param validation colour of what was measured in validation
 */
record Course(String name, History history, Color train, Color validation) {
    private static final String VALIDATION = "val_";

    /** Names of all numbers of some trainings without {@code val_}, each once, in their order. */
    static List<String> names(List<Course> courses) {
        Set<String> names = new LinkedHashSet<>();
        for (Course course : courses) {
            for (String name : course.history.history().keySet()) {
                names.add(name.startsWith(VALIDATION) ? name.substring(VALIDATION.length()) : name);
            }
        }
        return List.copyOf(names);
    }

    /** The lines of a number: training, then validation, as far as there are. */
    List<Line> lines(String name, boolean dots) {
        List<Line> lines = new ArrayList<>();
        add(lines, name, train, false, dots);
        add(lines, VALIDATION + name, validation, true, dots);
        return lines;
    }

    /** Whether it was validated. */
    boolean isValidated() {
        return history.history().keySet().stream().anyMatch(n -> n.startsWith(VALIDATION));
    }

    /** The colour of the line that has this number. */
    Color color(String name) {
        return name.startsWith(VALIDATION) ? validation : train;
    }

    private void add(List<Line> lines, String name, Color color, boolean dashed, boolean dots) {
        List<Double> values = history.history().getOrDefault(name, List.of());
        List<Line.Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new Line.Point(history.epochs(name).get(i) + 1.0, values.get(i)));
        }
        if (points.stream().anyMatch(Line.Point::isFinite)) lines.add(new Line(color, dashed, dots, points));
    }
}
