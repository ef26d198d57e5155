package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.History;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPlot_PngTest {
    private static final int BLUE = 0xFF0060A8;
    private static final int ORANGE = 0xFFE68A00;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 2", "20, 1", "31, 1", "200, 10"})
    void drawsAPanelEachForLossAndMetricAtDoubleResolution(int epochs, int every) throws IOException {
        Picture plot = HistoryPlot.of(Histories.of(epochs, every));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(plot.png()));
        assertThat(plot.width()).isEqualTo(800);
        assertThat(plot.height()).isEqualTo(280);
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(560);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(colours(image.getSubimage(0, 0, 800, 560))).contains(BLUE, ORANGE);
        assertThat(colours(image.getSubimage(800, 0, 800, 560))).contains(BLUE, ORANGE);
        assertThat(plot.png().length).isLessThan(100_000);
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
                .containsExactly(400, 280);
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
