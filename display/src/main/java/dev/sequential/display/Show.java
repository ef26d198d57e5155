package dev.sequential.display;

import dev.sequential.History;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Trainings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;

/**
 * What a notebook cell ends with to show something: each method makes a value that the kernel extension renders and that
 * prints as text elsewhere.
 *
 * <pre>{@code
 * Show.plot(history)
 * Show.table(history)
 * Show.diagram(model)
 * Show.confusion(test.y(), model.predict(test.x()))
 * Show.image(test.x().getRow(0).reshape(8, 8))
 * }</pre>
 *
 * Labels and predictions are classes {@code (n,)} or {@code (n, 1)}, one-hot rows or probabilities {@code (n, classes)}.
 */
public final class Show {
    private Show() {}

    // Trainings

    /** The course of a training; see {@link HistoryPlot}. A {@code History} itself shows as this plot too. */
    public static Picture plot(History history) {
        return HistoryPlot.of(history);
    }

    /** Several trainings in one plot, called by their order. */
    public static Picture plot(History... histories) {
        return HistoryPlot.of(numbered(histories));
    }

    /** Several trainings by name in one plot. */
    public static Picture plot(Map<String, History> histories) {
        return HistoryPlot.of(histories);
    }

    /** A training's last and best epoch; see {@link HistoryTable}. */
    public static TextTable table(History history) {
        return HistoryTable.of(history);
    }

    /** All trainings of this session side by side; see {@link TrainingsTable}. */
    public static TextTable trainings() {
        return TrainingsTable.of(Trainings.all());
    }

    /** Several trainings side by side, called by their order. */
    public static TextTable table(History... histories) {
        return ComparisonTable.of(numbered(histories));
    }

    /** Several trainings by name side by side; see {@link ComparisonTable}. */
    public static TextTable table(Map<String, History> histories) {
        return ComparisonTable.of(histories);
    }

    /** All epochs of a training, the best in bold; of many the first, the last and the best. */
    public static TextTable epochs(History history) {
        return HistoryTable.epochs(history);
    }

    // The machine

    /** What computes here, and how much memory it takes; see {@link BackendTable}. */
    public static TextTable backend() {
        return BackendTable.now();
    }

    // Models

    /** The model as boxes and arrows; see {@link ModelDiagram}. */
    public static Picture diagram(Model model) {
        return ModelDiagram.of(model);
    }

    /** How the values of each of a layer's weights are distributed; see {@link Histogram}. */
    public static Picture weights(Layer layer) {
        return Histogram.of(layer);
    }

    // Classes

    /** Which class was taken for which, as a Tablesaw table; see {@link Confusion}. */
    public static Table confusion(INDArray labels, INDArray predictions, String... classNames) {
        return Confusion.of(labels, predictions, classNames);
    }

    /** Which class was taken for which, as a heat map; see {@link ConfusionPlot}. */
    public static Picture confusionPlot(INDArray labels, INDArray predictions, String... classNames) {
        return ConfusionPlot.of(labels, predictions, classNames);
    }

    /** Precision, recall and f1 of each class; see {@link ClassificationReport}. */
    public static TextTable report(INDArray labels, INDArray predictions, String... classNames) {
        return ClassificationReport.of(labels, predictions, classNames);
    }

    // Numbers

    /** A regression's predictions against the true values; see {@link ScatterPlot}. */
    public static Picture scatter(INDArray labels, INDArray predictions) {
        return ScatterPlot.of(labels, predictions);
    }

    /** How an array's elements are distributed; see {@link Histogram}. */
    public static Picture histogram(INDArray array) {
        return Histogram.of(array);
    }

    // Images

    /** An array {@code (height, width)}, {@code (height, width, 1)} or {@code (height, width, 3)} as an image. */
    public static Picture image(INDArray image) {
        return ArrayPicture.of(image);
    }

    /** The first images of an array {@code (n, height, width)}, as many as captions; see {@link ArrayPicture#gallery}. */
    public static Picture images(INDArray images, String... captions) {
        return ArrayPicture.gallery(images, List.of(captions));
    }

    /** The first {@code count} images of an array {@code (n, height, width)} with their classes below. */
    public static Picture images(INDArray images, INDArray labels, int count) {
        int[] classes = Labels.of(labels, "labels");
        int drawn = Math.min(count, classes.length);
        return ArrayPicture.gallery(
                images,
                IntStream.of(Arrays.copyOf(classes, drawn))
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** The first {@code count} images with what they were taken for, wrong ones marked; see {@link ArrayPicture#predictions}. */
    public static Picture predictions(
            INDArray images, INDArray labels, INDArray predictions, int count, String... classNames) {
        return ArrayPicture.predictions(images, labels, predictions, count, classNames);
    }

    private static Map<String, History> numbered(History... histories) {
        Map<String, History> named = new LinkedHashMap<>();
        for (History history : histories) named.put("training " + (named.size() + 1), history);
        return named;
    }
}
