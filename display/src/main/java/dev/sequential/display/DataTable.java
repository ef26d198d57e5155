package dev.sequential.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The beginning and the end of a Tablesaw table, of at most 20 rows and 20 columns, with the type of each column below its
 * name. A dash is a missing value; fractions are shown by six digits.
 *
 * <pre>{@code
 * System.out.println(DataTable.of(Table.read().csv("iris.csv")));
 * }</pre>
 */
public final class DataTable {
    private static final int MOST = 20;
    private static final int LONGEST = 100;
    private static final int DIGITS = 6;

    private DataTable() {}

    /** The table; below it its size, where something was left out, and how many values are missing, if any are. */
    public static TextTable of(Table table) {
        List<Integer> columns = Elision.of(table.columnCount(), MOST / 2);
        List<List<String>> rows = new ArrayList<>();
        for (int row : Elision.of(table.rowCount(), MOST / 2)) {
            rows.add(cells(columns, i -> row == Elision.GAP ? "…" : cell(table.column(i), row)));
        }
        List<String> notes = new ArrayList<>();
        boolean complete = table.columnCount() <= MOST && table.rowCount() <= MOST;
        if (!complete || table.rowCount() == 0) {
            notes.add(
                    Numbers.grouped(table.rowCount()) + " rows × " + Numbers.grouped(table.columnCount()) + " columns");
        }
        List<String> missing = table.columns().stream()
                .filter(c -> c.countMissing() > 0)
                .map(c -> line(c.name()) + " " + Numbers.grouped(c.countMissing()))
                .toList();
        if (!missing.isEmpty()) notes.add("Missing: " + String.join(", ", missing));
        return new TextTable(cells(columns, i -> header(table.column(i))), rows, String.join("\n", notes));
    }

    private static List<String> cells(List<Integer> columns, IntFunction<String> text) {
        return columns.stream().map(i -> i == Elision.GAP ? "…" : text.apply(i)).toList();
    }

    private static String header(Column<?> column) {
        return line(column.name()) + "\n" + type(column);
    }

    private static String type(Column<?> column) {
        String name = column.type().name();
        return switch (name) {
            case "INTEGER" -> "int";
            case "LOCAL_DATE" -> "date";
            case "LOCAL_TIME" -> "time";
            case "LOCAL_DATE_TIME" -> "date and time";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) return "–";
        String text = line(column.getString(row));
        if (text.length() > DIGITS + 2 && isFraction(column)) return shorter(text);
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static boolean isFraction(Column<?> column) {
        return column instanceof DoubleColumn || column instanceof FloatColumn;
    }

    /** A number by its first digits, unless it is written in a way of its own, such as a percentage. */
    private static String shorter(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            int places = Math.max(0, DIGITS - (value.precision() - value.scale()));
            BigDecimal rounded = value.setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros();
            return places > 2 * DIGITS ? rounded.toString() : rounded.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
