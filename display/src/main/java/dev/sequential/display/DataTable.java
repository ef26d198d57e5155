package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The beginning and the end of a Tablesaw table, of at most 20 rows and 20 columns. */
public final class DataTable {
    private static final int MOST = 20;

    private DataTable() {}

    /** The table; its size is said below where something was left out. */
    public static TextTable of(Table table) {
        List<Integer> columns = shown(table.columnCount());
        List<List<String>> rows = new ArrayList<>();
        for (int row : shown(table.rowCount())) {
            rows.add(cells(columns, i -> row < 0 ? "…" : cell(table.column(i), row)));
        }
        boolean complete = table.columnCount() <= MOST && table.rowCount() <= MOST;
        String note = complete
                ? ""
                : Numbers.grouped(table.rowCount()) + " rows × " + Numbers.grouped(table.columnCount()) + " columns";
        return new TextTable(cells(columns, i -> table.column(i).name()), rows, note);
    }

    /** Numbers of what is shown, with -1 for the gap. */
    private static List<Integer> shown(int count) {
        if (count <= MOST) return IntStream.range(0, count).boxed().toList();
        return IntStream.concat(
                        IntStream.concat(IntStream.range(0, MOST / 2), IntStream.of(-1)),
                        IntStream.range(count - MOST / 2, count))
                .boxed()
                .toList();
    }

    private static List<String> cells(List<Integer> columns, IntFunction<String> text) {
        return columns.stream().map(i -> i < 0 ? "…" : text.apply(i)).toList();
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) return "";
        return column.getString(row).replaceAll("\\s+", " ");
    }
}
