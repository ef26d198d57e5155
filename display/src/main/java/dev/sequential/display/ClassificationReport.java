package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How well each class is recognised, as scikit-learn's {@code classification_report} says it: of those taken for the class
 * the share that is of it ({@code precision}), of those of the class the share that was found ({@code recall}), their
 * harmonic mean ({@code f1}) and how many there are ({@code support}). Below are the accuracy and the averages over the
 * classes, plain ({@code macro}) and by support ({@code weighted}).
 *
 * <pre>{@code
 * System.out.println(ClassificationReport.of(test.y(), model.predict(test.x())));
 * }</pre>
 */
public final class ClassificationReport {
    /** One class. */
    private record Line(String name, double precision, double recall, double f1, int support) {
        static Line of(ConfusionMatrix matrix, int index) {
            int right = matrix.count(index, index);
            int support = matrix.of(index);
            double precision = share(right, matrix.takenFor(index));
            double recall = share(right, support);
            double f1 = share(2 * right, matrix.takenFor(index) + support);
            return new Line(matrix.names().get(index), precision, recall, f1, support);
        }

        /** 0 of nothing, as scikit-learn counts. */
        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    private ClassificationReport() {}

    /**
     * The report. A class that no sample is of and none was taken for is left out.
     *
     * @param labels true classes, {@code (n,)}, {@code (n, 1)} or one-hot {@code (n, classes)}
     * @param predictions what {@code predict} gave: classes or probabilities, in the same shapes
     * @param classNames names by class number; default the numbers themselves
     * @throws IllegalArgumentException where labels and predictions differ in number, or a class is negative or has no name
     */
    public static TextTable of(INDArray labels, INDArray predictions, String... classNames) {
        ConfusionMatrix matrix = ConfusionMatrix.of(labels, predictions, classNames);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < matrix.names().size(); i++) {
            if (matrix.of(i) + matrix.takenFor(i) > 0) lines.add(Line.of(matrix, i));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) rows.add(row(line));
        String total = Numbers.grouped(matrix.total());
        rows.add(List.of("accuracy", "", "", Numbers.decimal(matrix.accuracy()), total));
        rows.add(row(average("macro average", lines, line -> 1, matrix.total())));
        rows.add(row(average("weighted average", lines, Line::support, matrix.total())));
        List<Integer> averages = List.of(lines.size(), lines.size() + 1, lines.size() + 2);
        return new TextTable(List.of("class", "precision", "recall", "f1", "support"), rows, "", averages);
    }

    private static List<String> row(Line line) {
        return List.of(
                line.name,
                Numbers.decimal(line.precision),
                Numbers.decimal(line.recall),
                Numbers.decimal(line.f1),
                Numbers.grouped(line.support));
    }

    private static Line average(String name, List<Line> lines, ToDoubleFunction<Line> weight, int total) {
        return new Line(
                name,
                average(lines, weight, Line::precision),
                average(lines, weight, Line::recall),
                average(lines, weight, Line::f1),
                total);
    }

    private static double average(List<Line> lines, ToDoubleFunction<Line> weight, ToDoubleFunction<Line> value) {
        double weights = lines.stream().mapToDouble(weight).sum();
        double sum = lines.stream()
                .mapToDouble(l -> weight.applyAsDouble(l) * value.applyAsDouble(l))
                .sum();
        return weights == 0 ? 0 : sum / weights;
    }
}
