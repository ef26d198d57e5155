package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tech.tablesaw.columns.Column;

/**
 * Text as a place of its own for each category, 1 where it is and 0 elsewhere; all 0 where it is missing.
 *
 * @param categories in alphabetical order
 * @param fillMissing whether values may be missing
 */
record CategoryEncoder(String column, List<String> categories, boolean fillMissing) implements ColumnEncoder {
    static CategoryEncoder of(Column<?> column, boolean fillMissing) {
        if (!fillMissing) ColumnEncoder.checkComplete(column);
        return new CategoryEncoder(column.name(), categories(column), fillMissing);
    }

    /** The different texts of a column, in alphabetical order. */
    static List<String> categories(Column<?> column) {
        TreeSet<String> found = new TreeSet<>();
        IntStream.range(0, column.size())
                .filter(i -> !ColumnEncoder.isMissing(column, i))
                .mapToObj(column::getString)
                .forEach(found::add);
        return List.copyOf(found);
    }

    @Override
    public List<String> features() {
        return categories.stream().map(c -> column + "=" + c).toList();
    }

    @Override
    public void write(Column<?> values, int row, float[] to, int at) {
        if (ColumnEncoder.isMissing(values, row)) {
            if (!fillMissing) ColumnEncoder.checkComplete(values);
            return;
        }
        to[at + place(values, row, categories)] = 1;
    }

    /** Which category a row is. */
    static int place(Column<?> column, int row, List<String> categories) {
        int place = categories.indexOf(column.getString(row));
        Check.that(
                place >= 0,
                "Column \"%s\" has \"%s\" in row %d, which was not in the training data; there were %s.\nSplit with"
                        + " Tables.split(table, testFraction, seed, \"%s\") so that each is on both sides.",
                column.name(),
                column.getString(row),
                row,
                categories,
                column.name());
        return place;
    }
}
