package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPlot_PngTest {
    private static final int BLUE = 0xFF0060A8;
    private static final int ORANGE = 0xFFE68A00;
    private static final int GUIDE = 0xFFB0B0B0;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 2", "20, 1", "31, 1", "200, 10"})
    void drawsAPanelEachForLossAndMetricAtDoubleResolution(int epochs, int every) throws IOException {
        Picture plot = HistoryPlot.of(Histories.of(epochs, every));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(plot.png()));
        assertThat(plot.width()).isEqualTo(800);
        assertThat(plot.height()).isEqualTo(300);
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(colours(image.getSubimage(0, 0, 800, 600))).contains(BLUE, ORANGE);
        assertThat(colours(image.getSubimage(800, 0, 800, 600))).contains(BLUE, ORANGE);
        assertThat(plot.png().length).isLessThan(100_000);
    }

    /** Two runs of the line's colour with white between them are a ring; a dot would be one. */
    @Test
    void ringsTheBestEpochAndLeadsToTheOtherPlots() {
        BufferedImage image = HistoryPlot.of(Histories.of(5, 1)).pixels();
        assertThat(runs(image, column(2), ORANGE)).isEqualTo(2);
        assertThat(runs(image, column(3), ORANGE)).isEqualTo(1);
        assertThat(runs(image, 800 + column(2), GUIDE)).isGreaterThan(10);
        assertThat(runs(image, 800 + column(3), GUIDE)).isLessThanOrEqualTo(1);
    }

    /** Where epoch {@code n} of five is in the left plot. */
    private static int column(int n) {
        return (int) Math.round(2 * (54 + 330 * (n - 0.92) / 4.16));
    }

    private static int runs(BufferedImage image, int x, int colour) {
        int runs = 0;
        for (int y = 1; y < image.getHeight(); y++) {
            if (image.getRGB(x, y) == colour && image.getRGB(x, y - 1) != colour) runs++;
        }
        return runs;
    }

    @Test
    void aSingleEpochNeedsNoMark() {
        BufferedImage image = HistoryPlot.of(Histories.of(1, 1)).pixels();
        assertThat(runs(image, 2 * 54 + 330, GUIDE)).isEqualTo(1); // the axis
        assertThat(colours(HistoryPlot.of(Histories.of(1, 1)).pixels())).contains(BLUE, ORANGE);
    }

    @Test
    void comparesTrainingsByColour() {
        Map<String, History> histories = new LinkedHashMap<>();
        histories.put("first <script>", Histories.of(5, 1));
        histories.put("second", Histories.of(8, 0));
        Picture plot = HistoryPlot.of(histories);
        assertThat(colours(plot.pixels())).contains(BLUE, ORANGE);
        assertThat(plot).extracting(Picture::width, Picture::height).containsExactly(800, 300);
        assertThat(plot.text()).isEqualTo(ComparisonTable.of(histories).text());
        assertThatThrownBy(() -> HistoryPlot.of(Map.of())).hasMessage("histories must not be empty");
    }

    @Test
    void putsManyMetricsInThreeColumns() {
        Map<String, Double> logs = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) logs.put("a_metric_with_a_name_that_is_far_too_long_for_its_place_" + i, 1.0 / i);
        History history = new History(Map.of());
        history.add(0, logs);
        assertThat(HistoryPlot.of(history))
                .extracting(Picture::width, Picture::height)
                .containsExactly(960, 3 * 270 + 30);
    }

    @Test
    void drawsNoValidationWhereThereWasNone() throws IOException {
        Picture plot = HistoryPlot.of(Histories.of(4, 0));
        assertThat(colours(plot.pixels())).contains(BLUE).doesNotContain(ORANGE);
    }

    @Test
    void drawsOnePanelForALossAlone() {
        History history = new History(Map.of());
        history.add(0, Map.of("loss", 1e-7));
        history.add(1, Map.of("loss", 1e-8));
        assertThat(HistoryPlot.of(history))
                .extracting(Picture::width, Picture::height)
                .containsExactly(500, 300);
    }

    @Test
    void survivesNumbersThatCannotBeDrawn() {
        History history = new History(Map.of());
        for (int epoch = 0; epoch < 40; epoch++) {
            history.add(epoch, Map.of("loss", epoch < 2 ? 1.0 : Double.NaN, "mae", Double.POSITIVE_INFINITY));
        }
        assertThat(HistoryPlot.of(history).width()).isEqualTo(800);
        assertThat(HistoryPlot.of(new History(Map.of())).text()).contains("No epoch was trained.");
    }

    @Test
    void drawsTheEpochsOfAContinuedTraining() {
        History history = new History(Map.of("initial_epoch", 10));
        for (int epoch = 10; epoch < 14; epoch++) history.add(epoch, Map.of("loss", 1.0 / epoch));
        assertThat(colours(HistoryPlot.of(history).pixels())).contains(BLUE);
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) colours.add(image.getRGB(x, y));
        }
        return colours;
    }
}
