package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A small table of finished texts that prints as aligned columns and shows as a plain HTML table. Columns of numbers are
 * aligned right.
 *
 * <pre>{@code
 * System.out.println(HistoryTable.of(history));
 * String html = HistoryTable.of(history).html();
 * }</pre>
 *
 * @param header one text a column
 * @param rows as many texts each as there are columns
 * @param note a line below the table, or an empty string
 */
public record TextTable(List<String> header, List<List<String>> rows, String note) {
    private static final Pattern NUMBER =
            Pattern.compile("|…|–|NaN|-?Infinity|[-+]?[0-9][0-9,]*(\\.[0-9]*)?(e[-+][0-9]+)?%?");

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        Check.notNull(note, "note");
        for (List<String> row : rows) {
            Check.that(
                    row.size() == header.size(),
                    "A row of a table of %d columns has %d cells: %s",
                    header.size(),
                    row.size(),
                    row);
        }
    }

    /** A table without a note. */
    public static TextTable of(List<String> header, List<List<String>> rows) {
        return new TextTable(header, rows, "");
    }

    /** The table for a console: columns two blanks apart, a rule under the header. */
    public String text() {
        int[] widths = new int[header.size()];
        boolean[] right = new boolean[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            right[i] = !rows.isEmpty()
                    && rows.stream().allMatch(r -> NUMBER.matcher(r.get(column)).matches());
            widths[i] = Math.max(
                    width(header.get(i)),
                    rows.stream().mapToInt(r -> width(r.get(column))).max().orElse(0));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths, right));
        lines.add("─".repeat(Math.max(0, java.util.Arrays.stream(widths).sum() + 2 * (widths.length - 1))));
        rows.forEach(row -> lines.add(line(row, widths, right)));
        if (!note.isEmpty()) lines.add(note);
        return String.join("\n", lines);
    }

    /** The table for a browser, without colours, styles and scripts: it follows the page's theme and survives sanitizing. */
    public String html() {
        StringBuilder html = new StringBuilder("<table>\n<thead>\n<tr>");
        header.forEach(cell -> html.append("<th>").append(escape(cell)).append("</th>"));
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append(row.stream()
                    .map(cell -> "<td>" + escape(cell) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")));
        }
        html.append("</tbody>\n</table>");
        return note.isEmpty() ? html.toString() : html + "\n<p>" + escape(note) + "</p>";
    }

    /** As {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    /** Text as HTML text. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String pad = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : "  ")
                    .append(right[i] ? pad : "")
                    .append(cells.get(i))
                    .append(right[i] ? "" : pad);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
