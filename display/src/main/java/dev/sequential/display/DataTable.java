package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The beginning and the end of a Tablesaw table, of at most 20 rows and 20 columns. */
public final class DataTable {
    private static final int MOST = 20;

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
        return column.getString(row).replaceAll("\\s+", " ");
    }
}
