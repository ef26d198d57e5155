package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ConfusionPlot_DrawTest {
    private final INDArray labels = Nd4j.createFromArray(0, 0, 0, 0, 1, 1, 1, 1);
    private final INDArray predictions = Nd4j.createFromArray(0, 0, 0, 0, 0, 1, 1, 1);

    @Test
    void isDarkWhereMuchOfARowIs() {
        Picture plot = Show.confusionPlot(labels, predictions);
        assertThat(corner(plot, 0, 0)).isEqualTo(0xFF0060A8);
        assertThat(corner(plot, 0, 1)).isEqualTo(0xFFFFFFFF);
        assertThat(corner(plot, 1, 0)).isEqualTo(0xFF80B0D4);
        assertThat(plot).hasToString("""
                true \\ predicted  0  1
                ──────────────────────
                               0  4  0
                               1  1  3
                accuracy 0.8750 (7 of 8)""");
    }

    /** A pixel near the corner of a cell, beside its number. */
    private static int corner(Picture plot, int truth, int predicted) {
        BufferedImage pixels = plot.pixels();
        int left = (int) (2 * (14 + 24 + 8 + Caption.width("0", Ink.SMALL)));
        return pixels.getRGB(left + 2 * 44 * predicted + 8, 2 * (40 + 44 * truth) + 8);
    }

    @Test
    void givesLongNamesRoomAndManyClassesSmallCells() {
        Picture named = Show.confusionPlot(
                labels, predictions, "<script>alert(1)</script>", "a much longer name than there is room for");
        assertThat(named.text()).contains("<script>alert(1)</script>", "a much longer name than there is room for");
        int[] classes = IntStream.range(0, 200).toArray();
        Picture many = Show.confusionPlot(Nd4j.createFromArray(classes), Nd4j.createFromArray(classes));
        assertThat(many.width()).isBetween(600, 800);
        assertThat(many.height()).isBetween(600, 800);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Show.confusionPlot(labels, Nd4j.createFromArray(1)))
                .hasMessage("labels and predictions must be of equal number, but received 8 and 1");
        assertThatThrownBy(() -> Show.confusionPlot(labels, predictions, "one"))
                .hasMessage("classNames must name 2 classes, but received 1");
    }
}
