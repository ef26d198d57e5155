package dev.sequential.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The beginning and the end of a Tablesaw table, of at most 20 rows and 20 columns; fractions by six digits. */
public final class DataTable {
    private static final int MOST = 20;
    private static final int DIGITS = 6;

    private DataTable() {}

    /** The table; its size is said below where something was left out. */
    public static TextTable of(Table table) {
        List<Integer> columns = Elision.of(table.columnCount(), MOST / 2);
        List<List<String>> rows = new ArrayList<>();
        for (int row : Elision.of(table.rowCount(), MOST / 2)) {
            rows.add(cells(columns, i -> row < 0 ? "…" : cell(table.column(i), row)));
        }
        boolean complete = table.columnCount() <= MOST && table.rowCount() <= MOST;
        String note = complete
                ? ""
                : Numbers.grouped(table.rowCount()) + " rows × " + Numbers.grouped(table.columnCount()) + " columns";
        return new TextTable(cells(columns, i -> table.column(i).name()), rows, note);
    }

    private static List<String> cells(List<Integer> columns, IntFunction<String> text) {
        return columns.stream().map(i -> i < 0 ? "…" : text.apply(i)).toList();
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) return "";
        String text = column.getString(row).replaceAll("\\s+", " ");
        return text.length() > DIGITS + 2 && isFraction(column) ? shorter(text) : text;
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
}
