package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.callbacks.CSVLogger;
import dev.sequential.callbacks.TerminateOnNaN;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.optimizers.SGD;
import dev.sequential.regularizers.L2;
import dev.sequential.saving.KerasConfig;
import dev.sequential.training.Progress;
import dev.sequential.training.RecordingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Section 20.8: what holds for every method. */
class Cross_RowsTest implements Rows {
    private static final INDArray X = column(1, 2, 3);
    private static final INDArray Y = column(2, 4, 6);

    @Test
    void x1_theLossIsThatOfTheWeightsBeforeTheUpdate() {
        Sequential model = line(1);
        model.compile(SGD.of(0.05), "mse");
        List<Double> seen = new ArrayList<>();
        model.fit(column(1, 1), column(2, 2), f -> f.batchSize(1).callbacks(losses(seen)));
        // (1 − 2)², then w = 1 + 0.05 · 2 = 1.1, then w = 1.1 + 0.05 · 1.8 = 1.19
        assertThat(seen).containsExactly(1.0, 0.81);
        assertThat(model.trainOnBatch(column(1), column(2)).loss()).isCloseTo(0.81 * 0.81, close());
    }

    @Test
    void x2_penaltiesAreInTheLossAndInTheValidationLoss() {
        Sequential model =
                Sequential.of(Input.of(1), Dense.of(1, d -> d.useBias(false).kernelRegularizer(L2.of(0.5))));
        model.setWeights(List.of(column(3)));
        model.compile(STILL, "mse");
        Map<String, List<Double>> history =
                model.fit(X, X, f -> f.validationData(X, X)).history();
        double error = 4 * 14 / 3.0;
        assertThat(history.get("loss").get(0)).isCloseTo(error + 0.5 * 9, close());
        assertThat(history.get("val_loss").get(0)).isCloseTo(error + 0.5 * 9, close());
        assertThat(model.evaluate(X, X).loss()).isCloseTo(error + 0.5 * 9, close());
        assertThat(model.testOnBatch(X, X).loss()).isCloseTo(error + 0.5 * 9, close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "de", "ar-EG"})
    void x6_numbersHaveDotsWhateverTheLocale(String language, @TempDir Path folder) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            RecordingSink sink = new RecordingSink(true, false);
            Progress.install(() -> sink);
            Sequential model = line(0.5);
            model.compile(STILL, "mae");
            Path csv = folder.resolve("log.csv");
            History history = model.fit(X, Y, f -> f.validationData(X, Y).callbacks(CSVLogger.of(csv)));
            assertThat(sink.shown.get(1)).endsWith(" - loss: 3.0000 - val_loss: 3.0000");
            assertThat(Files.readString(csv)).isEqualTo("epoch,loss,val_loss\n0,3.0,3.0\n");
            assertThat(history).asString().isEqualTo("History of 1 epoch, loss: 3.0000, val_loss: 3.0000");
            assertThat(model.evaluate(X, Y)).asString().isEqualTo("loss: 3.0000");
            JsonNode json = KerasConfig.standard().write(SGD.of(0.5));
            assertThat(json.get("config").get("learning_rate")).hasToString("0.5");
            refused(
                    () -> model.fit(X, Y, f -> f.validationSplit(1.5)),
                    "validationSplit must be 0 or more and less than 1, but received 1.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static History random(int workers) {
        Sequential.seed(11);
        Sequential model = Sequential.of(Input.of(1), Dense.of(8, "tanh"), Dropout.of(0.5), Dense.of(1));
        model.compile("adam", "mse");
        Batch[] batches = {batch(3, 1), batch(3, 2), batch(3, 3), batch(3, 4)};
        return model.fit(Dataset.sequence(new Noting(batches)), f -> f.epochs(4).workers(workers));
    }

    @Test
    void x7_oneSeedGivesOneHistoryWhateverTheWorkers() {
        Map<String, List<Double>> first = random(0).history();
        assertThat(random(0).history()).isEqualTo(first);
        assertThat(random(1).history()).isEqualTo(first);
        assertThat(random(4).history()).isEqualTo(first);
    }

    @Test
    void x12_whatIsGivenIsNotChanged() {
        INDArray x = counted(20).castTo(DataType.DOUBLE);
        INDArray y = counted(20);
        INDArray w = counted(20).reshape(20).castTo(DataType.INT);
        INDArray view = Nd4j.hstack(counted(20), counted(20)).getColumn(1, true);
        Map<Integer, Double> classes = new HashMap<>();
        for (int i = 0; i < 20; i++) classes.put(i, i * 0.5);
        Map<Integer, Double> classesBefore = Map.copyOf(classes);
        double[] java = counted(20).reshape(20).toDoubleVector();
        Sequential model = line(1);
        model.compile(SGD.of(0.0001), "mse");
        model.fit(
                x,
                y,
                f -> f.sampleWeight(w)
                        .classWeight(classes)
                        .epochs(3)
                        .batchSize(3)
                        .validationSplit(0.2));
        model.fit(view, java, f -> f.epochs(2).batchSize(3));
        model.trainOnBatch(x, y, b -> b.sampleWeight(w).classWeight(classes));
        model.evaluate(x, y, e -> e.sampleWeight(w));
        model.predict(view);
        assertThat(x).isEqualTo(counted(20).castTo(DataType.DOUBLE));
        assertThat(y).isEqualTo(counted(20));
        assertThat(w).isEqualTo(counted(20).reshape(20).castTo(DataType.INT));
        assertThat(view).isEqualTo(counted(20));
        assertThat(java).isEqualTo(counted(20).reshape(20).toDoubleVector());
        assertThat(classes).isEqualTo(classesBefore);
    }

    @Test
    void x12_whatIsReturnedIsTheCallers() {
        Sequential model = line(2);
        INDArray first = model.predict(X);
        INDArray kept = first.dup();
        model.predict(column(7, 8, 9));
        model.predictOnBatch(column(7, 8, 9));
        assertThat(first).isEqualTo(kept);
        first.assign(0);
        assertThat(model.predict(X)).isEqualTo(kept);
        model.getWeights().get(0).assign(100);
        assertThat(slope(model)).isEqualTo(2);
    }

    @Test
    void x13_noRowIsRefusedAndOneIsEnough() {
        Sequential model = line(1);
        model.compile(STILL, "mae");
        refused(
                () -> model.fit(Nd4j.create(DataType.FLOAT, 0, 1), Nd4j.create(DataType.FLOAT, 0, 1)),
                "x is empty: its shape is (0, 1)");
        refused(() -> model.fit(new double[0], new double[0]), "x is empty");
        refused(() -> model.predict(List.of()), "x has 0 entries, but the model has 1 input: [input_layer]");
        refused(
                () -> model.fit(
                        Feeds.generator(Batch.of(Nd4j.create(DataType.FLOAT, 0, 1), Y)), f -> f.stepsPerEpoch(1)),
                "Batch 1 of a generator: x is empty: its shape is (0, 1)");
        for (int rows : new int[] {1, 5}) {
            INDArray x = counted(rows);
            Scores expected = model.evaluate(x, x.mul(3), e -> e.batchSize(1));
            assertThat(model.fit(x, x.mul(3), f -> f.batchSize(32)).history().get("loss"))
                    .containsExactly(expected.loss());
            assertThat(model.predict(x)).isEqualTo(x);
        }
    }

    @Test
    void x14_aLossThatIsNoNumberStopsIfTerminateOnNaNIsThere() {
        INDArray bad = column(1, Double.NaN, 1, 1);
        RecordingSink sink = new RecordingSink(false, false);
        Progress.install(() -> sink);
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse");
        History history =
                model.fit(bad, bad, f -> f.batchSize(1).shuffle(false).epochs(3).callbacks(TerminateOnNaN.of()));
        assertThat(model.iterations()).isEqualTo(2);
        assertThat(history.epoch()).containsExactly(0);
        assertThat(history.stopReason()).isEqualTo("Batch 1: Invalid loss, terminating training");
        assertThat(sink.shown).contains("Batch 1: Invalid loss, terminating training");
    }

    @Test
    void x14_withoutItTrainingGoesOnAndSaysNan() {
        INDArray bad = column(1, Double.NaN, 1, 1);
        RecordingSink sink = new RecordingSink(false, false);
        Progress.install(() -> sink);
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse");
        History history = model.fit(bad, bad, f -> f.batchSize(1).shuffle(false).epochs(2));
        assertThat(history.epoch()).containsExactly(0, 1);
        assertThat(history.history().get("loss")).allMatch(v -> v.isNaN());
        assertThat(sink.shown).filteredOn(t -> t.endsWith(" - loss: nan")).hasSize(2);
        assertThat(history.warnings())
                .containsExactly(
                        "The loss became NaN or infinite at epoch 1, batch 2 (learning rate 0.01). Try a smaller learning rate or clipnorm.");
        assertThat(vector(slope(model)).getDouble(0)).isNaN();
    }
}
