package dev.sequential.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Results as a picture: a panel a measure, a line a case, a dot a contender, the limit a bar, on a logarithmic scale. Its
 * colours can be read on white and on black.
 */
final class Chart {
    private static final List<Measure> PANELS = List.of(Measure.FIT, Measure.PREDICT, Measure.CALL_ONE);
    private static final List<String> COLOURS = List.of("#e8590c", "#339af0", "#b58900", "#be4bdb", "#2f9e44");
    private static final String GREY = "#808890";
    private static final int WIDTH = 800;
    private static final int LEFT = 130;
    private static final int RIGHT = WIDTH - 130;
    private static final int LINE = 24;

    private final StringBuilder shapes = new StringBuilder();
    private final Results results;
    private int y = LINE;

    private Chart(Results results) {
        this.results = results;
    }

    /** The picture as SVG. */
    static String of(Results results) {
        return new Chart(results).draw();
    }

    private String draw() {
        legend();
        for (Measure measure : PANELS) {
            List<Timing> known =
                    results.of(measure).stream().filter(Timing::hasValues).toList();
            if (!known.isEmpty()) panel(measure, known);
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" fill="%s">
                %s</svg>
                """.formatted(WIDTH, y - LINE, GREY, shapes);
    }

    private void legend() {
        int x = LEFT;
        for (String name : results.versions().keySet()) {
            dot(x, name);
            text(x + 10, "start", name);
            x += 30 + 7 * name.length();
        }
        y += 2 * LINE;
    }

    private void panel(Measure measure, List<Timing> timings) {
        double[] times = timings.stream().mapToDouble(Timing::least).toArray();
        Scale scale = Scale.of(times, LEFT, RIGHT);
        text(LEFT, "start", measure.title());
        text(WIDTH - 4, "end", "best other / ours");
        y += LINE;
        Map<String, List<Timing>> cases =
                timings.stream().collect(groupingBy(Timing::subject, LinkedHashMap::new, toList()));
        cases.forEach((name, row) -> row(name, row, scale));
        for (double tick : scale.ticks()) text(scale.at(tick), "middle", plain(tick));
        y += 2 * LINE;
    }

    private void row(String name, List<Timing> timings, Scale scale) {
        text(LEFT - 16, "end", name);
        add("<path d='M%d %dH%d' stroke='%s' stroke-opacity='.4'/>", LEFT, y - 4, RIGHT, GREY);
        results.limits().stream()
                .filter(l -> l.subject().equals(name)
                        && l.measure() == timings.get(0).measure())
                .forEach(l ->
                        add("<path d='M%.1f %dv14' stroke='%s' stroke-width='3'/>", scale.at(l.ms()), y - 11, GREY));
        for (Timing timing : timings) dot(scale.at(timing.least()), timing.contender());
        text(WIDTH - 4, "end", Report.ratio(timings));
        y += LINE;
    }

    private void dot(double x, String contender) {
        int index = List.copyOf(results.versions().keySet()).indexOf(contender);
        add("<circle cx='%.1f' cy='%d' r='5' fill='%s'/>", x, y - 4, COLOURS.get(index % COLOURS.size()));
    }

    private void text(double x, String anchor, String text) {
        add("<text x='%.1f' y='%d' text-anchor='%s'>%s</text>", x, y, anchor, text);
    }

    private void add(String pattern, Object... values) {
        shapes.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }

    private static String plain(double number) {
        return new BigDecimal(number, new MathContext(1)).toPlainString();
    }
}
