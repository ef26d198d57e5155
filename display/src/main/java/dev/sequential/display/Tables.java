package dev.sequential.display;

import dev.sequential.Dataset;
import dev.sequential.data.Csv;
import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Tablesaw tables as data to train on.
 *
 * <pre>{@code
 * Table cars = Tables.of(Datasets.autoMpg()).dropRowsWithMissingValues().rejectColumns("Name", "Year");
 * var split = Tables.split(cars, 0.2, 42);
 * var encoder = TableEncoder.of(split.train(), "Miles_per_Gallon", e -> e.standardize(true));
 * model.fit(encoder.dataset(split.train()), f -> f.epochs(100));
 * encoder.predictions(split.test(), model.predict(encoder.x(split.test())))
 * }</pre>
 */
public final class Tables {
    private Tables() {}

    /** A table of what the library read, with the column types that Tablesaw finds in files. */
    public static Table of(Csv csv) {
        String text = Stream.concat(Stream.of(csv.header()), csv.rows().stream())
                .map(row -> row.stream().map(Tables::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return Table.read()
                .usingOptions(
                        CsvReadOptions.builderFromString(text).sample(false).tableName("Csv"));
    }

    /**
     * A table as inputs and targets: numbers as they are, booleans as 0 and 1, text one-hot. {@link TableEncoder} does more,
     * and does the same to training and test data.
     *
     * @param target the column to be learnt
     * @throws IllegalArgumentException where values are missing or a column holds something else
     */
    public static Dataset dataset(Table table, String target) {
        return TableEncoder.of(table, target).dataset(table);
    }

    /**
     * Columns of numbers and booleans as float32 {@code (rows, columns)}.
     *
     * @throws IllegalArgumentException where values are missing or a column holds something else
     */
    public static INDArray numbers(Table table, String... columns) {
        List<ColumnEncoder> encoders = Stream.of(columns)
                .map(name -> (ColumnEncoder) NumberEncoder.of(column(table, name), false, false))
                .toList();
        return ColumnEncoder.encode(encoders, table);
    }

    /** Shuffles the rows and holds some back; see {@link TableSplit#of}. */
    public static TableSplit split(Table table, double testFraction, long seed) {
        return TableSplit.of(table, testFraction, seed);
    }

    /** Shuffles the rows and holds some of each class back; see {@link TableSplit#stratified}. */
    public static TableSplit split(Table table, double testFraction, long seed, String stratifyBy) {
        return TableSplit.stratified(table, testFraction, seed, stratifyBy);
    }

    /** The column of this name; an unknown one is an error that lists the known ones. */
    static Column<?> column(Table table, String name) {
        Check.notNull(table, "table");
        if (!table.containsColumn(name)) throw Names.unknown("column", name, table.columnNames());
        return table.column(name);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
