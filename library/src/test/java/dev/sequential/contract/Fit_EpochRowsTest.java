package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.slope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.History;
import dev.sequential.Sequential;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.callbacks.LearningRateScheduler;
import dev.sequential.optimizers.Adam;
import dev.sequential.training.Progress;
import dev.sequential.training.ProgressStyle;
import dev.sequential.training.RecordingSink;
import dev.sequential.training.Telling;
import dev.sequential.training.Trial;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.2, fit: epochs, what is printed and told, and the history. */
class Fit_EpochRowsTest implements Rows {
    private static final INDArray X = column(1, 2, 3);
    private static final INDArray Y = column(2, 4, 6);

    private static RecordingSink shown(boolean live) {
        RecordingSink sink = new RecordingSink(live, false);
        Progress.install(() -> sink);
        return sink;
    }

    private static Sequential compiled() {
        Sequential model = line(1);
        model.compile(STILL, "mse");
        return model;
    }

    @Test
    void f4a_everyEpochSeesEachRowOnce() {
        List<Double> seen = new ArrayList<>();
        Sequential model = line(0);
        model.compile(STILL, "mae"); // the loss of a batch of one row is its target
        model.fit(counted(7), counted(7), f -> f.batchSize(1).epochs(3).callbacks(losses(seen)));
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(seen.subList(7 * epoch, 7 * epoch + 7))
                    .containsExactlyInAnyOrder(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        }
        assertThat(seen).hasSize(21);
    }

    @Test
    void f4b_epochsIsTheNumberOfTheLast() {
        RecordingSink sink = shown(false);
        History history = compiled().fit(X, Y, f -> f.epochs(5).initialEpoch(3));
        assertThat(history.epoch()).containsExactly(3, 4);
        assertThat(sink.shown).filteredOn(t -> t.startsWith("Epoch")).containsExactly("Epoch 4/5", "Epoch 5/5");
    }

    @Test
    void f4b_nothingIsTrainedIfAllEpochsAreDone() {
        List<String> told = new ArrayList<>();
        Sequential model = compiled();
        for (int epochs : new int[] {3, 2, 0, -1}) {
            told.clear();
            History history =
                    model.fit(X, Y, f -> f.epochs(epochs).initialEpoch(3).callbacks(new Telling(told)));
            assertThat(history.epoch()).isEmpty();
            assertThat(history.history()).isEmpty();
            assertThat(told.subList(3, told.size())).containsExactly("train_begin {}", "train_end {}");
        }
        assertThat(model.iterations()).isZero();
        refused(() -> model.fit(X, Y, f -> f.initialEpoch(-1)), "initialEpoch must be 0 or more, but received -1");
    }

    @Test
    void f5a_verbose0PrintsNotOneByte() {
        Progress.uninstall();
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            compiled().fit(X, Y, f -> f.verbose(0).epochs(2).validationSplit(0.4));
            assertThat(bytes.size()).isZero();
            compiled().fit(X, Y, f -> f.verbose(2));
            assertThat(bytes.toString(StandardCharsets.UTF_8))
                    .startsWith("1/1 - 0s - ")
                    .contains(" - loss: 4.6667");
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void f5b_verbose1IsKerassBar() {
        RecordingSink sink = shown(true);
        Trial trial = new Trial();
        Callback slow =
                LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> trial.pass(batch == 0 ? 0.52 : 0.12)));
        trial.fit(
                6,
                f -> f.batchSize(2)
                        .epochs(2)
                        .validationData(Trial.x(1), Trial.y(1))
                        .callbacks(slow));
        assertThat(sink.shown.subList(0, 5))
                .containsExactly(
                        "Epoch 1/2",
                        "~1/3 ━━━━━━━━━━━━━━━━━━━━ 1s 520ms/step - loss: 1.0000 - mae: 0.5000",
                        "~2/3 ━━━━━━━━━━━━━━━━━━━━ 0s 120ms/step - loss: 1.0000 - mae: 0.7500",
                        "~3/3 ━━━━━━━━━━━━━━━━━━━━ 0s 120ms/step - loss: 1.0000 - mae: 1.0000",
                        "3/3 ━━━━━━━━━━━━━━━━━━━━ 1s 120ms/step - loss: 1.0000 - mae: 1.0000 - val_loss: 3.0000 - val_mae: 0.5000");
    }

    @Test
    void f5b_classicStyleCountsSamples() {
        Progress.style(ProgressStyle.CLASSIC);
        RecordingSink sink = shown(true);
        Trial trial = new Trial();
        Callback slow = LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> trial.pass(1)));
        trial.fit(10, f -> f.batchSize(4).validationSplit(0.2).callbacks(slow));
        assertThat(sink.shown)
                .containsExactly(
                        "Train on 8 samples, validate on 2 samples",
                        "Epoch 1/1",
                        "~4/8 [==============>...............] - ETA: 1s - loss: 1.0000 - mae: 0.5000",
                        "~8/8 [==============================] - ETA: 0s - loss: 1.0000 - mae: 0.7500",
                        "8/8 [==============================] - 2s 250ms/step - loss: 1.0000 - mae: 0.7500 - val_loss: 3.0000 - val_mae: 0.5000",
                        "closed");
    }

    @Test
    void f5b_autoIsABarAndAnythingElseIsRefused() {
        RecordingSink sink = shown(true);
        compiled().fit(X, Y, f -> f.verbose("auto"));
        assertThat(sink.shown.get(0)).startsWith("~1/1 ━━━━━━━━━━━━━━━━━━━━ ");
        refused(
                () -> compiled().fit(X, Y, f -> f.verbose(3)),
                "verbose must be 0 (silent), 1 (a bar) or 2 (a line an epoch), but received 3");
        refused(
                () -> compiled().fit(X, Y, f -> f.verbose("x")),
                "verbose must be 0, 1, 2 or \"auto\", but received \"x\"");
    }

    @Test
    void f5c_verbose2IsALineAnEpoch() {
        RecordingSink sink = shown(true);
        Trial trial = new Trial();
        Callback slow = LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> trial.pass(batch == 0 ? 0.5 : 0.25)));
        trial.fit(6, f -> f.batchSize(2).epochs(2).verbose(2).callbacks(slow));
        assertThat(sink.shown)
                .containsExactly(
                        "Epoch 1/2",
                        "3/3 - 1s - 250ms/step - loss: 1.0000 - mae: 1.0000",
                        "Epoch 2/2",
                        "3/3 - 1s - 250ms/step - loss: 1.0000 - mae: 1.0000",
                        "closed");
    }

    @Test
    void f6_callbacksAreToldInKerassOrder() {
        List<String> told = new ArrayList<>();
        compiled().fit(X, Y, f -> f.batchSize(2).validationData(X, Y).callbacks(new Telling(told)));
        assertThat(told)
                .extracting(t -> t.replaceAll(" \\{.*", ""))
                .containsExactly(
                        "model",
                        "params",
                        "output",
                        "train_begin",
                        "epoch_begin 0",
                        "train_batch_begin 0",
                        "train_batch_end 0",
                        "train_batch_begin 1",
                        "train_batch_end 1",
                        "test_begin",
                        "test_batch_begin 0",
                        "test_batch_end 0",
                        "test_batch_begin 1",
                        "test_batch_end 1",
                        "test_end",
                        "epoch_end 0",
                        "train_end");
    }

    @Test
    void f6_severalCallbacksInTheirOrder() {
        List<String> told = new ArrayList<>();
        Callback first = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> logs.put("extra", 1.0)));
        Callback second = LambdaCallback.of(
                c -> c.epochEnd((epoch, logs) -> told.add(logs.keySet().toString())));
        RecordingSink sink = shown(false);
        History history = compiled().fit(X, Y, f -> f.callbacks(first, second));
        assertThat(told).containsExactly("[loss, extra]");
        assertThat(history.history()).containsOnlyKeys("loss", "extra");
        assertThat(sink.shown.get(0)).endsWith(" - loss: 4.6667 - extra: 1.0000");
    }

    @Test
    void f12_aTrainingGoesOnWhereItStopped() {
        Sequential whole = line(1);
        whole.compile(Adam.of(0.1), "mse");
        whole.fit(
                X,
                Y,
                f -> f.shuffle(false)
                        .epochs(4)
                        .callbacks(LearningRateScheduler.of((epoch, rate) -> 0.1 / (epoch + 1))));
        Sequential parts = line(1);
        parts.compile(Adam.of(0.1), "mse");
        List<Integer> asked = new ArrayList<>();
        Callback schedule = LearningRateScheduler.of((epoch, rate) -> {
            asked.add(epoch);
            return 0.1 / (epoch + 1);
        });
        parts.fit(X, Y, f -> f.shuffle(false).epochs(2).callbacks(schedule));
        parts.fit(X, Y, f -> f.shuffle(false).epochs(4).initialEpoch(2).callbacks(schedule));
        assertThat(slope(parts)).isEqualTo(slope(whole));
        assertThat(asked).containsExactly(0, 1, 2, 3);
        assertThat(parts.iterations()).isEqualTo(4);
    }

    private static History validated(java.util.function.Consumer<dev.sequential.FitBuilder> frequency) {
        return compiled().fit(X, Y, f -> frequency.accept(f.epochs(10).validationData(X, Y)));
    }

    @Test
    void f15a_validationEverySoManyEpochs() {
        History history = validated(f -> f.validationFreq(2));
        assertThat(history.epochs("val_loss")).containsExactly(1, 3, 5, 7, 9);
        assertThat(history.history().get("val_loss")).hasSize(5);
        assertThat(history.history().get("loss")).hasSize(10);
        // the numbers of epochs count from the first, not from initialEpoch
        assertThat(validated(f -> f.initialEpoch(7).validationFreq(3)).epochs("val_loss"))
                .containsExactly(8);
    }

    @Test
    void f15b_validationAfterTheseEpochs() {
        assertThat(validated(f -> f.validationFreq(List.of(1, 2, 10))).epochs("val_loss"))
                .containsExactly(0, 1, 9);
        assertThat(validated(f -> f.validationFreq(Set.of(10, 2, 1))).epochs("val_loss"))
                .containsExactly(0, 1, 9);
        assertThat(validated(f -> f.validationFreq(List.of())).history()).containsOnlyKeys("loss");
    }

    /** Keras's {@code validation_freq="1"} does not compile in Java. */
    @Test
    void f15c_aBadFrequencyIsRefused() {
        refused(() -> validated(f -> f.validationFreq(0)), "validationFreq must be 1 or more, but received 0");
        refused(() -> validated(f -> f.validationFreq(-2)), "validationFreq must be 1 or more, but received -2");
    }

    @Test
    void f20_theHistoryHasTheEpochsAndTheirNumbers() {
        Sequential model = line(1);
        model.compile(STILL, "mse", "mae");
        History history = model.fit(X, Y, f -> f.epochs(2).validationData(column(4), column(0)));
        assertThat(history.epoch()).containsExactly(0, 1);
        assertThat(history.history().keySet()).containsExactly("loss", "mae", "val_loss", "val_mae");
        for (int i = 0; i < 2; i++) {
            assertThat(history.history().get("loss").get(i)).isCloseTo(14 / 3.0, close());
            assertThat(history.history().get("mae").get(i)).isCloseTo(2, close());
            assertThat(history.history().get("val_loss").get(i)).isCloseTo(16, close());
            assertThat(history.history().get("val_mae").get(i)).isCloseTo(4, close());
        }
        assertThat(model.history()).isSameAs(history);
        assertThat(history.params())
                .containsEntry("epochs", 2)
                .containsEntry("steps", 1)
                .containsEntry("samples", 3);
        assertThat(model.fit(X, Y))
                .isNotSameAs(history)
                .extracting(h -> h.history().keySet().toString())
                .isEqualTo("[loss, mae]");
        Sequential generator = compiled();
        assertThat(generator
                        .fit(Feeds.generator(Batch.of(X, Y)), f -> f.stepsPerEpoch(2))
                        .history())
                .containsOnlyKeys("loss");
    }
}
