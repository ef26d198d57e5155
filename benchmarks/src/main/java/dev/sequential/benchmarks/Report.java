package dev.sequential.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** The tables that the benchmarks end with. */
final class Report {
    private Report() {}

    /** All that a run found. */
    static String of(Results results) {
        StringBuilder report = new StringBuilder();
        results.versions().forEach((name, versions) -> report.append("- %s: %s\n".formatted(name, versions)));
        Machine machine = results.machine();
        report.append("- %s, %d processors: %.0f GFLOP/s in a product, %.1f GB/s in a copy\n"
                .formatted(machine.cpu(), machine.processors(), machine.flops() / 1e9, machine.bandwidth() / 1e9));
        report.append("- %s, %d rounds, taking turns\n".formatted(results.date(), results.rounds()));
        for (Measure measure : Measure.values()) {
            List<Timing> timings = results.of(measure);
            if (timings.stream().noneMatch(Timing::hasValues)) continue;
            report.append("\n%s\n\n%s".formatted(measure.title(), timings(timings, results.limits())));
        }
        if (!results.mnist().isEmpty()) report.append('\n').append(mnist(results.mnist()));
        return report.toString();
    }

    /**
     * A row a case: the least and the median of each contender, this library being the first of them; how many times more
     * the best of the others needs, by the least and by the median; where there are limits, those and how many times more
     * this library needs. What is measured once is one number instead of two; who cannot do a case has an empty cell.
     *
     * @param timings of one measure, case by case
     * @param limits of the same cases; others do not matter
     */
    static String timings(List<Timing> timings, List<Limit> limits) {
        Map<String, List<Timing>> cases =
                timings.stream().collect(groupingBy(Timing::subject, LinkedHashMap::new, toList()));
        Measure measure = timings.get(0).measure();
        List<Limit> own = limits.stream().filter(l -> l.measure() == measure).toList();
        Table table = new Table();
        table.row(heading(cases.values().iterator().next(), own));
        cases.forEach((name, row) -> table.row(row(name, row, own)));
        return table.toString();
    }

    private static List<String> heading(List<Timing> timings, List<Limit> limits) {
        boolean once = timings.stream().allMatch(t -> t.values().size() < 2);
        List<String> cells = new ArrayList<>(List.of(once ? "" : "least / median"));
        for (Timing timing : timings) cells.add(timing.contender());
        if (timings.size() > 1) cells.add("best other / ours");
        if (!limits.isEmpty()) cells.addAll(List.of("limit", "ours / limit"));
        return cells;
    }

    private static List<String> row(String name, List<Timing> timings, List<Limit> limits) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (Timing timing : timings) cells.add(timing.hasValues() ? both(timing, Report::number) : "");
        Timing ours = timings.get(0);
        if (timings.size() > 1) cells.add(ratio(timings));
        if (!limits.isEmpty()) {
            Optional<Limit> limit =
                    limits.stream().filter(l -> l.subject().equals(name)).findFirst();
            cells.add(limit.map(l -> number(l.ms())).orElse(""));
            cells.add(limit.filter(l -> ours.hasValues())
                    .map(l -> both(ours, ms -> times(ms / l.ms())))
                    .orElse(""));
        }
        return cells;
    }

    /**
     * How many times more the best of the others needs, by the least and by the median; empty if one side is missing.
     *
     * @param timings of one case, this library's first
     */
    static String ratio(List<Timing> timings) {
        Timing ours = timings.get(0);
        List<Timing> others = timings.stream().skip(1).filter(Timing::hasValues).toList();
        if (!ours.hasValues() || others.isEmpty()) return "";
        String least = times(least(others, Timing::least) / ours.least());
        return ours.values().size() == 1 ? least : least + " / " + times(least(others, Timing::median) / ours.median());
    }

    private static double least(List<Timing> timings, ToDoubleFunction<Timing> by) {
        return timings.stream().mapToDouble(by).min().orElseThrow();
    }

    private static String both(Timing timing, DoubleFunction<String> text) {
        String least = text.apply(timing.least());
        return timing.values().size() == 1 ? least : least + " / " + text.apply(timing.median());
    }

    private static String number(double number) {
        return text(number < 100 ? "%.3f" : "%.1f", number);
    }

    private static String times(double ratio) {
        return text("%.2fx", ratio);
    }

    /** A row a contender: test accuracy and seconds of training. */
    static String mnist(Map<String, Mnist.Result> results) {
        Table table = new Table().row(List.of("MNIST, %d epochs".formatted(Mnist.EPOCHS), "test accuracy", "seconds"));
        results.forEach((contender, result) ->
                table.row(List.of(contender, text("%.4f", result.accuracy()), text("%.1f", result.seconds()))));
        return table.toString();
    }

    private static String text(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
