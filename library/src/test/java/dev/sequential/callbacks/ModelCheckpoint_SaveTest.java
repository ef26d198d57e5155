package dev.sequential.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelCheckpoint_SaveTest {
    @TempDir
    private Path folder;

    private final INDArray x = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});
    private final INDArray y = Nd4j.createFromArray(new float[][] {{1}, {2}, {3}, {4}});
    private final List<String> said = new ArrayList<>();
    private Model model;

    @BeforeEach
    void makeModel() {
        Sequential.seed(1);
        model = Sequential.of(Input.of(2), Dense.of(1));
        model.compile("sgd", "mse");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private ModelCheckpoint told(ModelCheckpoint checkpoint) {
        checkpoint.setModel(model);
        checkpoint.setOutput(said::add);
        return checkpoint;
    }

    private static Map<String, Double> loss(double value) {
        return Map.of("loss", value, "val_loss", value);
    }

    @Test
    void aModelAfterEachEpochUnderItsNumbers() throws IOException {
        var checkpoint =
                ModelCheckpoint.of(folder.resolve("m-{epoch:02d}.keras").toString());
        model.fit(x, y, f -> f.epochs(2).verbose(0).callbacks(checkpoint));
        assertThat(files()).containsExactly("m-01.keras", "m-02.keras");
        Model loaded = Model.load(folder.resolve("m-02.keras"));
        assertThat(loaded.predict(x)).isEqualTo(model.predict(x));
        assertThat(loaded.iterations()).isEqualTo(2);
    }

    @Test
    void onlyTheBestAndSaysSo() throws IOException {
        Path file = folder.resolve("deep/er/best-{val_loss:.2f}.weights.h5");
        var checkpoint = told(ModelCheckpoint.of(
                file.toString(), c -> c.saveBestOnly(true).saveWeightsOnly(true).verbose(1)));
        double[] losses = {0.5, 0.6, 0.4};
        for (int epoch = 0; epoch < losses.length; epoch++) {
            checkpoint.onEpochBegin(epoch, Map.of());
            checkpoint.onEpochEnd(epoch, loss(losses[epoch]));
        }
        Path first = folder.resolve("deep/er/best-0.50.weights.h5");
        Path second = folder.resolve("deep/er/best-0.40.weights.h5");
        assertThat(said)
                .containsExactly(
                        "Epoch 1: val_loss improved from inf to 0.50000, saving weights to " + first,
                        "Epoch 2: val_loss did not improve from 0.50000",
                        "Epoch 3: val_loss improved from 0.50000 to 0.40000, saving weights to " + second);
        assertThat(first).exists();
        assertThat(second).exists();
    }

    @Test
    void betterThanAFirstThreshold() {
        var checkpoint = told(ModelCheckpoint.of(
                folder.resolve("a.keras").toString(), c -> c.saveBestOnly(true).initialValueThreshold(0.3)));
        checkpoint.onEpochBegin(0, Map.of());
        checkpoint.onEpochEnd(0, loss(0.4));
        assertThat(folder.resolve("a.keras")).doesNotExist();
        checkpoint.onEpochEnd(0, loss(0.2));
        assertThat(folder.resolve("a.keras")).exists();
    }

    @Test
    void afterSoManyBatches() throws IOException {
        var checkpoint =
                ModelCheckpoint.of(folder.resolve("m-{epoch}-{batch}.keras").toString(), c -> c.saveFreq(3));
        model.fit(x, y, f -> f.epochs(2).batchSize(1).verbose(0).callbacks(checkpoint));
        assertThat(files()).containsExactly("m-1-3.keras", "m-2-2.keras");
    }

    @Test
    void refusesNamesItCannotFill() {
        var checkpoint =
                told(ModelCheckpoint.of(folder.resolve("{val_acc}.keras").toString()));
        checkpoint.onEpochBegin(0, Map.of());
        assertThatThrownBy(() -> checkpoint.onEpochEnd(0, Map.of("loss", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("filepath \"" + folder.resolve("{val_acc}.keras")
                        + "\" names \"val_acc\", but there are only [loss, epoch, batch]");
    }

    @Test
    void refusesWrongEndings() {
        assertThatThrownBy(() -> ModelCheckpoint.of("a.weights.h5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("filepath of a model must end in .keras (or .h5), but received \"a.weights.h5\"."
                        + " For weights alone set saveWeightsOnly(true).");
        assertThatThrownBy(() -> ModelCheckpoint.of("a.keras", c -> c.saveWeightsOnly(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("filepath of weights must end in .weights.h5, but received \"a.keras\"");
    }
}
