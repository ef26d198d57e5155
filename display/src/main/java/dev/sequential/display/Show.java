package dev.sequential.display;

import dev.sequential.History;
import dev.sequential.Trainings;
import java.util.Arrays;
import java.util.List;
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
 * Show.confusion(test.y(), model.predict(test.x()))
 * Show.image(test.x().getRow(0).reshape(8, 8))
 * }</pre>
 */
public final class Show {
    private Show() {}

    /** The course of a training; see {@link HistoryPlot}. A {@code History} itself shows as this plot too. */
    public static Picture plot(History history) {
        return HistoryPlot.of(history);
    }

    /** A training's last and best epoch; see {@link HistoryTable}. */
    public static TextTable table(History history) {
        return HistoryTable.of(history);
    }

    /** All trainings of this session side by side; see {@link TrainingsTable}. */
    public static TextTable trainings() {
        return TrainingsTable.of(Trainings.all());
    }

    /** What computes here, and how much memory it takes; see {@link BackendTable}. */
    public static TextTable backend() {
        return BackendTable.now();
    }

    /** Which class was taken for which; see {@link Confusion}. */
    public static Table confusion(INDArray labels, INDArray predictions, String... classNames) {
        return Confusion.of(labels, predictions, classNames);
    }

    /** An array {@code (height, width)}, {@code (height, width, 1)} or {@code (height, width, 3)} as an image. */
    public static Picture image(INDArray image) {
        return ArrayPicture.of(image);
    }

    /** The first images of an array {@code (n, height, width)}, as many as captions; see {@link ArrayPicture#gallery}. */
    public static Picture images(INDArray images, String... captions) {
        return ArrayPicture.gallery(images, List.of(captions));
    }

    /**
     * The first images of an array {@code (n, height, width)} with their classes below.
     *
     * @param labels classes as numbers, one-hot rows or probabilities
     * @param count how many are drawn
     */
    public static Picture images(INDArray images, INDArray labels, int count) {
        int[] classes = Labels.of(labels, "labels");
        int drawn = Math.min(count, classes.length);
        return ArrayPicture.gallery(
                images,
                IntStream.of(Arrays.copyOf(classes, drawn))
                        .mapToObj(Integer::toString)
                        .toList());
    }
}
