package dev.sequential.jupyter;

import dev.sequential.display.DataTable;
import tech.tablesaw.api.Table;

/** Tables of Tablesaw. */
final class TablesawRenderers {
    private TablesawRenderers() {}

    static void register(Looks looks) {
        looks.table(
                Table.class, t -> DataTable.of(t).text(), t -> DataTable.of(t).html());
    }
}
