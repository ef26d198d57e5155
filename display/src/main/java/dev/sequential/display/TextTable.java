package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A small table of finished texts that prints as aligned columns and shows as a plain HTML table. Columns of numbers are
 * aligned right, others left. A header may have two lines.
 *
 * <pre>{@code
 * System.out.println(HistoryTable.of(history));
 * String html = HistoryTable.of(history).html();
 * }</pre>
 *
 * @param header one text a column
 * @param rows as many texts each as there are columns
 * @param note lines below the table, or an empty string
 * @param bold places of the rows that a browser shows in bold
 */
public record TextTable(List<String> header, List<List<String>> rows, String note, List<Integer> bold) {
    private static final Pattern NUMBER =
            Pattern.compile("|…|–|nan|NaN|-?inf|-?Infinity|[-+]?[0-9][0-9,]*(\\.[0-9]*)?(e[-+][0-9]+)?%?");

    public TextTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        bold = List.copyOf(bold);
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

    /** A table without bold rows. */
    public TextTable(List<String> header, List<List<String>> rows, String note) {
        this(header, rows, note, List.of());
    }

    /** A table without a note. */
    public static TextTable of(List<String> header, List<List<String>> rows) {
        return new TextTable(header, rows, "");
    }

    /** The table for a console: columns two blanks apart, a rule under the header. */
    public String text() {
        List<List<String>> lines = new ArrayList<>(headerLines());
        int headers = lines.size();
        lines.addAll(rows);
        int[] widths = new int[header.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], width(line.get(i)));
        }
        boolean[] right = rightAligned();
        List<String> text = new ArrayList<>();
        lines.forEach(line -> text.add(line(line, widths, right)));
        text.add(headers, "─".repeat(Math.max(0, Arrays.stream(widths).sum() + 2 * (widths.length - 1))));
        if (!note.isEmpty()) text.add(note);
        return String.join("\n", text);
    }

    /** The table for a browser, without colours and scripts: it follows the page's theme and survives sanitizing. */
    public String html() {
        boolean[] right = rightAligned();
        StringBuilder html = new StringBuilder("<table>\n<thead>\n");
        html.append(row("th", header, right, false)).append("</thead>\n<tbody>\n");
        for (int i = 0; i < rows.size(); i++) html.append(row("td", rows.get(i), right, bold.contains(i)));
        html.append("</tbody>\n</table>");
        return note.isEmpty() ? html.toString() : html + "\n<p>" + Html.lines(note) + "</p>";
    }

    /** As {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    /** Which columns hold nothing but numbers. */
    private boolean[] rightAligned() {
        boolean[] right = new boolean[header.size()];
        for (int i = 0; i < right.length; i++) {
            int column = i;
            right[i] = !rows.isEmpty()
                    && rows.stream().allMatch(r -> NUMBER.matcher(r.get(column)).matches());
        }
        return right;
    }

    private static String row(String tag, List<String> cells, boolean[] right, boolean bold) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String cell = Html.lines(cells.get(i));
            row.append('<').append(tag).append(right[i] ? ">" : Html.LEFT + ">");
            row.append(bold ? "<b>" + cell + "</b>" : cell);
            row.append("</").append(tag).append('>');
        }
        return row.append("</tr>\n").toString();
    }

    /** One list of cells for each line of the longest header, the last line at the bottom. */
    private List<List<String>> headerLines() {
        List<String[]> cells = header.stream().map(h -> h.split("\n")).toList();
        int most = cells.stream().mapToInt(c -> c.length).max().orElse(1);
        return IntStream.range(0, most)
                .mapToObj(line ->
                        cells.stream().map(c -> line < c.length ? c[line] : "").toList())
                .toList();
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
