package dev.sequential.display;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * How the column to be learnt becomes targets, and predictions become columns.
 *
 * @param classes of text the classes in alphabetical order, of booleans false and true, of numbers none
 */
record TargetEncoder(String column, boolean isBoolean, List<String> classes, boolean oneHot) {
    static TargetEncoder of(Column<?> column, boolean oneHot) {
        ColumnEncoder.checkComplete(column);
        boolean isBoolean = column.type().equals(ColumnType.BOOLEAN);
        boolean isText = column.type().equals(ColumnType.STRING);
        if (!isText) NumberEncoder.of(column, false, false);
        List<String> classes =
                isText ? CategoryEncoder.categories(column) : isBoolean ? List.of("false", "true") : List.of();
        Check.that(
                !oneHot || isText,
                "oneHotTarget is for text, but column \"%s\" holds %s",
                column.name(),
                column.type());
        return new TargetEncoder(column.name(), isBoolean, classes, oneHot);
    }

    /** Numbers and booleans as float32 {@code (rows, 1)}, classes as int32 {@code (rows,)} or one-hot rows. */
    INDArray encode(Table table) {
        Column<?> values = Tables.column(table, column);
        ColumnEncoder.checkComplete(values);
        if (classes.isEmpty() || isBoolean) return Tables.numbers(table, column);
        int[] places = IntStream.range(0, values.size())
                .map(i -> CategoryEncoder.place(values, i, classes))
                .toArray();
        if (!oneHot) return Nd4j.createFromArray(places);
        INDArray rows = Nd4j.zeros(DataType.FLOAT, places.length, classes.size());
        for (int i = 0; i < places.length; i++) rows.putScalar(i, places[i], 1);
        return rows;
    }

    /** The table with what was predicted beside it. */
    Table predicted(Table table, INDArray predictions) {
        Check.that(
                predictions.size(0) == table.rowCount(),
                "predictions must have a row for each of the table's %d, but received %s",
                table.rowCount(),
                Shape.of(predictions.shape()));
        Check.that(
                predictions.rank() == 1 || predictions.rank() == 2 && width(predictions) == expectedWidth(predictions),
                "predictions of \"%s\" must have shape (%d, %d), but received %s",
                column,
                table.rowCount(),
                classes.isEmpty() ? 1 : classes.size(),
                Shape.of(predictions.shape()));
        return classes.isEmpty() ? withNumbers(table, predictions) : withClasses(table, predictions);
    }

    private Table withNumbers(Table table, INDArray predictions) {
        double[] values = predictions.reshape(predictions.length()).toDoubleVector();
        return table.copy().addColumns(DoubleColumn.create(column + " predicted", values));
    }

    private Table withClasses(Table table, INDArray predictions) {
        int[] places = Labels.of(predictions, "predictions");
        double[] probabilities = new double[places.length];
        boolean single = width(predictions) == 1;
        for (int i = 0; i < places.length; i++) {
            double p = single ? predictions.getDouble(i) : predictions.getDouble(i, places[i]);
            probabilities[i] = single && places[i] == 0 ? 1 - p : p;
        }
        Column<?> answers = isBoolean
                ? BooleanColumn.create(
                        column + " predicted",
                        IntStream.of(places).mapToObj(p -> p == 1).toArray(Boolean[]::new))
                : StringColumn.create(
                        column + " predicted", IntStream.of(places).mapToObj(classes::get));
        return table.copy().addColumns(answers, DoubleColumn.create(column + " probability", probabilities));
    }

    private long expectedWidth(INDArray predictions) {
        if (classes.isEmpty() || classes.size() == 2 && width(predictions) == 1) return 1;
        return classes.size();
    }

    private static long width(INDArray predictions) {
        return predictions.rank() == 1 ? 1 : predictions.size(1);
    }
}
