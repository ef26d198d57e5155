package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How many samples of each class were taken for which class. */
final class ConfusionMatrix {
    private final List<String> names;
    private final int[][] counts;

    private ConfusionMatrix(List<String> names, int[][] counts) {
        this.names = names;
        this.counts = counts;
    }

    /** Counts samples; see {@link Confusion#of}. */
    static ConfusionMatrix of(INDArray labels, INDArray predictions, String... classNames) {
        int[] truth = Labels.of(labels, "labels");
        int[] predicted = Labels.of(predictions, "predictions");
        Check.that(
                truth.length == predicted.length,
                "labels and predictions must be of equal number, but received %d and %d",
                truth.length,
                predicted.length);
        int classes = Math.max(classes(truth, labels), classes(predicted, predictions));
        Check.that(
                classNames.length == 0 || classNames.length >= classes,
                "classNames must name %d classes, but received %d",
                classes,
                classNames.length);
        List<String> names = classNames.length > 0
                ? List.of(classNames)
                : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        int[][] counts = new int[names.size()][names.size()];
        for (int i = 0; i < truth.length; i++) counts[truth[i]][predicted[i]]++;
        return new ConfusionMatrix(names, counts);
    }

    private static int classes(int[] numbers, INDArray source) {
        int least = Arrays.stream(numbers).min().orElse(0);
        Check.that(least >= 0, "classes must be 0 or more, but received %d", least);
        int classes = 1 + Arrays.stream(numbers).max().orElse(-1);
        return source.rank() == 2 && source.size(1) > 1 ? (int) Math.max(classes, source.size(1)) : classes;
    }

    /** Names of the classes. */
    List<String> names() {
        return names;
    }

    /** Samples of one class that were taken for another or the same. */
    int count(int truth, int predicted) {
        return counts[truth][predicted];
    }

    /** Samples of a class. */
    int of(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /** Samples taken for a class. */
    int takenFor(int predicted) {
        return Arrays.stream(counts).mapToInt(row -> row[predicted]).sum();
    }

    /** All samples. */
    int total() {
        return IntStream.range(0, counts.length).map(this::of).sum();
    }

    /** Samples taken for what they are. */
    int correct() {
        return IntStream.range(0, counts.length).map(i -> counts[i][i]).sum();
    }

    /** The share of samples taken for what they are. */
    double accuracy() {
        return total() == 0 ? 0 : (double) correct() / total();
    }
}
