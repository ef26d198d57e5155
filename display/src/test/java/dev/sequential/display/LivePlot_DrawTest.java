package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.layers.Dense;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LivePlot_DrawTest {
    private final List<Supplier<Picture>> shown = new ArrayList<>();
    private final Sequential model = Sequential.of(Input.of(2), Dense.of(1));
    private final INDArray x = Nd4j.ones(4, 2);
    private final INDArray y = Nd4j.ones(4, 1);
    private int closed;

    /** Keeps what it is given. */
    private final class RecordingSpot implements Spot {
        @Override
        public void show(Supplier<Picture> picture) {
            shown.add(picture);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @BeforeEach
    void prepare() {
        model.compile("sgd", "mse");
        Spots.install(RecordingSpot::new);
    }

    @AfterEach
    void restore() {
        Spots.uninstall();
    }

    @Test
    void drawsEachEpochAsItWasThenAndTheWholeAtTheEnd() {
        History history = model.fit(x, y, f -> f.verbose(0).epochs(3).callbacks(LivePlot.of()));
        assertThat(shown).hasSize(4);
        assertThat(shown.get(0).get().text()).contains("loss      1 ");
        assertThat(shown.get(1).get().text()).contains("      2 ");
        assertThat(shown.get(3).get().text()).isEqualTo(HistoryPlot.of(history).text());
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void beginsANewPlotForEachTraining() {
        LivePlot plot = LivePlot.of();
        model.fit(x, y, f -> f.verbose(0).callbacks(plot));
        shown.clear();
        model.fit(x, y, f -> f.verbose(0).initialEpoch(1).epochs(2).callbacks(plot));
        assertThat(shown.get(0).get().text())
                .isEqualTo(HistoryPlot.of(model.history()).text());
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void endsWithATrainingThatFails() {
        LambdaCallback failing = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
            throw new IllegalStateException("broken");
        }));
        assertThatThrownBy(() -> model.fit(x, y, f -> f.verbose(0).callbacks(LivePlot.of(), failing)))
                .hasMessage("broken");
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void printsTheTableWithoutANotebook() {
        Spots.uninstall();
        PrintStream console = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            model.fit(x, y, f -> f.verbose(0).epochs(3).callbacks(LivePlot.of()));
        } finally {
            System.setOut(console);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(HistoryTable.of(model.history()).text() + "\n");
    }
}
