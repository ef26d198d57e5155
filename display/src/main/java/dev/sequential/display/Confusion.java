package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.List;
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
        int[] truth = Labels.of(labels, "labels");
        int[] predicted = Labels.of(predictions, "predictions");
        Check.that(
                truth.length == predicted.length,
                "labels and predictions must be of equal number, but received %d and %d",
                truth.length,
                predicted.length);
        int least = IntStream.concat(Arrays.stream(truth), Arrays.stream(predicted))
                .min()
                .orElse(0);
        Check.that(least >= 0, "classes must be 0 or more, but received %d", least);
        int classes = 1
                + IntStream.concat(Arrays.stream(truth), Arrays.stream(predicted))
                        .max()
                        .orElse(-1);
        if (predictions.rank() == 2 && predictions.size(1) > 1) classes = (int) Math.max(classes, predictions.size(1));
        Check.that(
                classNames.length == 0 || classNames.length >= classes,
                "classNames must name %d classes, but received %d",
                classes,
                classNames.length);

        int size = Math.max(classes, classNames.length);
        List<String> names = classNames.length > 0
                ? List.of(classNames)
                : IntStream.range(0, size).mapToObj(Integer::toString).toList();
        int[][] counts = new int[size][size];
        for (int i = 0; i < truth.length; i++) counts[predicted[i]][truth[i]]++;
        Table table = Table.create("Confusion").addColumns(StringColumn.create("true \\ predicted", names));
        for (int i = 0; i < size; i++) table.addColumns(IntColumn.create(names.get(i), counts[i]));
        return table;
    }
}
