package dev.sequential.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A training that is killed in the middle and started again comes to the numbers of one that was not. */
class BackupAndRestore_ResumeTest {
    private static final int EPOCHS = 4;

    @TempDir
    private Path folder;

    private final INDArray x = Nd4j.rand(20, 3);
    private final INDArray y = Nd4j.rand(20, 2);

    /** What a program does that is run again: the same seed, the same model. */
    private Model program() {
        Sequential.seed(5);
        Model model = Sequential.of(Input.of(3), Dense.of(8, "relu"), Dropout.of(0.3), Dense.of(2));
        model.compile("adam", "mse", "mae");
        return model;
    }

    private History fit(Model model, Callback... callbacks) {
        return model.fit(x, y, f -> f.epochs(EPOCHS).batchSize(6).verbose(0).callbacks(callbacks));
    }

    private static Callback killer(int epoch, int batch) {
        return new Callback() {
            private int now;

            @Override
            public void onEpochBegin(int e, Map<String, Double> logs) {
                now = e;
            }

            @Override
            public void onTrainBatchEnd(int b, Map<String, Double> logs) {
                if (now == epoch && b == batch) throw new IllegalStateException("killed");
            }
        };
    }

    @Test
    void goesOnWithTheSameNumbers() {
        Model whole = program();
        History expected = fit(whole);

        assertThatThrownBy(() -> fit(program(), BackupAndRestore.of(folder), killer(2, 1)))
                .hasMessage("killed");
        Model again = program();
        History rest = fit(again, BackupAndRestore.of(folder));

        assertThat(rest.epoch()).containsExactly(2, 3);
        expected.history()
                .forEach((name, values) ->
                        assertThat(rest.history().get(name)).as(name).isEqualTo(values.subList(2, EPOCHS)));
        assertThat(again.getWeights()).isEqualTo(whole.getWeights());
        assertThat(again.iterations()).isEqualTo(whole.iterations());
    }

    @Test
    void isDeletedAtTheEnd() {
        fit(program(), BackupAndRestore.of(folder));
        assertThat(folder.resolve("latest.weights.h5")).doesNotExist();
        fit(program(), BackupAndRestore.of(folder, b -> b.deleteCheckpoint(false)));
        assertThat(folder.resolve("latest.weights.h5")).exists();
    }

    @Test
    void alsoAfterBatches() {
        assertThatThrownBy(() -> fit(program(), BackupAndRestore.of(folder, b -> b.saveFreq(1)), killer(0, 2)))
                .hasMessage("killed");
        Model again = program();
        List<Long> iterations = new ArrayList<>();
        fit(again, BackupAndRestore.of(folder), new Callback() {
            @Override
            public void onEpochBegin(int epoch, Map<String, Double> logs) {
                iterations.add(again.iterations());
            }
        });
        assertThat(iterations).startsWith(3L);
    }

    @Test
    void refusesABackupOfAnotherModel() {
        assertThatThrownBy(() -> fit(program(), BackupAndRestore.of(folder), killer(1, 0)))
                .hasMessage("killed");
        Model other = Sequential.of(Input.of(3), Dense.of(4).named("other"), Dense.of(2));
        other.compile("adam", "mse");
        List<INDArray> before = other.getWeights();
        assertThatThrownBy(() -> fit(other, BackupAndRestore.of(folder)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        folder.resolve("latest.weights.h5")
                                + " cannot be loaded: Weight \"kernel\" of layer \"other\" has shape (3, 4), but in the file it is (3, 8)");
        assertThat(other.getWeights()).isEqualTo(before);
    }
}
