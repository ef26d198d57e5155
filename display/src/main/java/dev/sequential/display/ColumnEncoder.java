package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How one column of a table becomes columns of an array; found in the training data and the same ever after. */
sealed interface ColumnEncoder permits NumberEncoder, CategoryEncoder {
    /** The table's column. */
    String column();

    /** Names of the array's columns. */
    List<String> features();

    /** Writes a row's values from {@code at} on. */
    void write(Column<?> column, int row, float[] to, int at);

    /** Learns from a column how to encode it. */
    static ColumnEncoder of(Column<?> column, TableOptions options) {
        return column.type().equals(ColumnType.STRING)
                ? CategoryEncoder.of(column, options.fillMissing())
                : NumberEncoder.of(column, options.standardize(), options.fillMissing());
    }

    /** The array of a table's rows, float32 {@code (rows, features)}. */
    static INDArray encode(List<ColumnEncoder> encoders, Table table) {
        int width = encoders.stream().mapToInt(e -> e.features().size()).sum();
        Check.that(width > 0, "there is no column to make inputs of");
        float[][] rows = new float[table.rowCount()][width];
        int at = 0;
        for (ColumnEncoder encoder : encoders) {
            Column<?> column = Tables.column(table, encoder.column());
            for (int i = 0; i < rows.length; i++) encoder.write(column, i, rows[i], at);
            at += encoder.features().size();
        }
        return Nd4j.createFromArray(rows);
    }

    /** Whether a row has no value; an empty text is none, however it came to be so. */
    static boolean isMissing(Column<?> column, int row) {
        return column.isMissing(row) || column.getString(row).isEmpty();
    }

    /** Refuses columns with missing values. */
    static void checkComplete(Column<?> column) {
        int[] missing = IntStream.range(0, column.size())
                .filter(row -> isMissing(column, row))
                .toArray();
        if (missing.length == 0) return;
        throw new IllegalArgumentException(String.format(
                "Column \"%s\" misses %d of %d values, the first in row %d.\nLeave such rows out with"
                        + " table.dropRowsWithMissingValues(), or have them filled: TableEncoder.of(table, target,"
                        + " e -> e.fillMissing(true)).",
                column.name(), missing.length, column.size(), missing[0]));
    }
}
