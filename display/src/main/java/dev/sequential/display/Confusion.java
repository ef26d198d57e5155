package dev.sequential.display;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Counts which class was taken for which.
 *
 * <pre>{@code
 * Table table = Confusion.of(test.y(), model.predict(test.x()));
 * }</pre>
 */
public final class Confusion {
    private Confusion() {}

    /**
     * A Tablesaw table with a row for each true class and a column for each predicted one, after the first column, which
     * names the true class.
     *
     * @param labels true classes, {@code (n,)}, {@code (n, 1)} or one-hot {@code (n, classes)}
     * @param predictions what {@code predict} gave: classes or probabilities, in the same shapes
     * @param classNames names by class number; default the numbers themselves
     * @throws IllegalArgumentException where labels and predictions differ in number, or a class is negative or has no name
     */
    public static Table of(INDArray labels, INDArray predictions, String... classNames) {
        ConfusionMatrix matrix = ConfusionMatrix.of(labels, predictions, classNames);
        int size = matrix.names().size();
        Table table = Table.create("Confusion").addColumns(StringColumn.create("true \\ predicted", matrix.names()));
        for (int i = 0; i < size; i++) {
            int predicted = i;
            int[] column = IntStream.range(0, size)
                    .map(truth -> matrix.count(truth, predicted))
                    .toArray();
            table.addColumns(IntColumn.create(matrix.names().get(i), column));
        }
        return table;
    }
}
