package dev.sequential.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The tables that the benchmarks end with. */
final class Report {
    private Report() {}

    /**
     * A row a case: the least and the median milliseconds of each contender, this library being the first of them, and how
     * many times longer the best of the others takes, by the least and by the median.
     *
     * @param timings of one kind, case by case
     */
    static String timings(List<Timing> timings) {
        Map<String, List<Timing>> cases =
                timings.stream().collect(groupingBy(Timing::subject, LinkedHashMap::new, toList()));
        Table table = new Table();
        table.row(heading(cases.values().iterator().next()));
        cases.forEach((name, row) -> table.row(row(name, row)));
        return table.toString();
    }

    private static List<String> heading(List<Timing> timings) {
        List<String> cells = new ArrayList<>(List.of("least / median"));
        for (Timing timing : timings) cells.add(timing.contender());
        if (timings.size() > 1) cells.add("best Keras / ours");
        return cells;
    }

    private static List<String> row(String name, List<Timing> timings) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (Timing timing : timings) cells.add(text("%.3f / %.3f", timing.least(), timing.median()));
        if (timings.size() > 1) {
            cells.add(text("%.2fx / %.2fx", ratio(timings, Timing::least), ratio(timings, Timing::median)));
        }
        return cells;
    }

    private static double ratio(List<Timing> timings, ToDoubleFunction<Timing> by) {
        double best = timings.stream().skip(1).mapToDouble(by).min().orElseThrow();
        return best / by.applyAsDouble(timings.get(0));
    }

    /** A row a contender: test accuracy and seconds of training. */
    static String mnist(Map<String, Mnist.Result> results) {
        Table table = new Table().row(List.of("MNIST, %d epochs".formatted(Mnist.EPOCHS), "test accuracy", "seconds"));
        results.forEach((contender, result) ->
                table.row(List.of(contender, text("%.4f", result.accuracy()), text("%.1f", result.seconds()))));
        return table.toString();
    }

    private static String text(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
