package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * A number: {@code (value - center) / scale}. A boolean is 0 or 1.
 *
 * @param center subtracted
 * @param scale divided by
 * @param missing what stands for a missing value; NaN if there must be none
 */
record NumberEncoder(String column, double center, double scale, double missing) implements ColumnEncoder {
    static NumberEncoder of(Column<?> column, boolean standardize, boolean fillMissing) {
        Check.that(
                column instanceof NumericColumn || column instanceof BooleanColumn,
                "Column \"%s\" is of type %s, not of numbers, booleans or text. Make numbers of it first, such as"
                        + " table.dateColumn(\"%s\").year(), or leave it out with table.rejectColumns(\"%s\").",
                column.name(),
                column.type(),
                column.name(),
                column.name());
        if (!fillMissing) ColumnEncoder.checkComplete(column);
        double mean = values(column).average().orElse(0);
        double variance =
                values(column).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        boolean scales = standardize && column instanceof NumericColumn;
        return new NumberEncoder(
                column.name(),
                scales ? mean : 0,
                scales && variance > 0 ? Math.sqrt(variance) : 1,
                fillMissing ? mean : Double.NaN);
    }

    @Override
    public List<String> features() {
        return List.of(column);
    }

    @Override
    public void write(Column<?> values, int row, float[] to, int at) {
        if (ColumnEncoder.isMissing(values, row) && Double.isNaN(missing)) ColumnEncoder.checkComplete(values);
        double value = ColumnEncoder.isMissing(values, row) ? missing : value(values, row);
        to[at] = (float) ((value - center) / scale);
    }

    /** A row's number, booleans being 0 and 1. */
    static double value(Column<?> column, int row) {
        if (column instanceof BooleanColumn booleans) return booleans.get(row) ? 1 : 0;
        return ((NumericColumn<?>) column).getDouble(row);
    }

    private static DoubleStream values(Column<?> column) {
        return IntStream.range(0, column.size())
                .filter(i -> !ColumnEncoder.isMissing(column, i))
                .mapToDouble(i -> value(column, i));
    }
}
