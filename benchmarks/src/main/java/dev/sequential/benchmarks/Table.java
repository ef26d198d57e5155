package dev.sequential.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of cells as a Markdown table that is aligned as plain text too: the first column to the left, numbers to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; the first is the heading. All have the same number of cells. */
    Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .map(width -> Math.max(width, 2))
                .toArray();
        List<String> rule = IntStream.range(0, widths.length)
                .mapToObj(i -> "-".repeat(widths[i] - 1) + (i == 0 ? "-" : ":"))
                .toList();
        return Stream.of(rows.subList(0, 1), List.of(rule), rows.subList(1, rows.size()))
                .flatMap(List::stream)
                .map(row -> line(row, widths))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> ("%" + (i == 0 ? -widths[i] : widths[i]) + "s").formatted(row.get(i)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
