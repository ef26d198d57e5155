package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Dataset;
import dev.sequential.Evaluate;
import dev.sequential.Predict;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact text of progress, with a clock that the test moves. */
class Progress_TextTest {
    private final Trial trial = new Trial();
    private final Locale locale = Locale.getDefault();
    private RecordingSink sink;

    /** Each batch takes 120 ms, the first one 400 ms more. */
    private final Callback time =
            LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> trial.pass(batch == 0 ? 0.52 : 0.12)));

    @AfterEach
    void restore() {
        Progress.uninstall();
        Progress.style(ProgressStyle.KERAS);
        Locale.setDefault(locale);
    }

    private void show(boolean live, boolean colours) {
        sink = new RecordingSink(live, colours);
        Progress.install(() -> sink);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ru", "ar"})
    void barInKerassStyleWhateverTheLocale(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        show(true, false);
        trial.with(steps -> steps.loss = batch -> 4e-4);
        trial.fit(
                24,
                f -> f.batchSize(2)
                        .epochs(2)
                        .validationData(Trial.x(1), Trial.y(1))
                        .callbacks(time));
        assertThat(sink.shown)
                .startsWith(
                        "Epoch 1/2",
                        "~ 1/12 ━━━━━━━━━━━━━━━━━━━━ 5s 520ms/step - loss: 4.0000e-04 - mae: 0.5000",
                        "~ 2/12 ━━━━━━━━━━━━━━━━━━━━ 1s 120ms/step - loss: 4.0000e-04 - mae: 0.7500")
                .contains(
                        "12/12 ━━━━━━━━━━━━━━━━━━━━ 2s 120ms/step - loss: 4.0000e-04 - mae: 3.2500 - val_loss: 3.0000 - val_mae: 0.5000")
                .contains("Epoch 2/2")
                .endsWith("closed");
        assertThat(sink.shown).hasSize(2 * (1 + 12 + 1) + 1);
    }

    @Test
    void colouredBarAsKerasWritesIt() {
        show(true, true);
        trial.fit(24, f -> f.batchSize(2).callbacks(time));
        assertThat(sink.shown.get(0))
                .isEqualTo("~\u001b[1m 1/12\u001b[0m \u001b[32m━\u001b[0m\u001b[37m━━━━━━━━━━━━━━━━━━━\u001b[0m"
                        + " \u001b[1m5s\u001b[0m 520ms/step - loss: 1.0000 - mae: 0.5000");
        assertThat(sink.shown.get(12))
                .isEqualTo("\u001b[1m12/12\u001b[0m \u001b[32m━━━━━━━━━━━━━━━━━━━━\u001b[0m\u001b[37m\u001b[0m"
                        + " \u001b[1m2s\u001b[0m 120ms/step - loss: 1.0000 - mae: 3.2500");
    }

    @Test
    void oneEpochHasNoHeader() {
        show(true, false);
        trial.fit(2, f -> {});
        assertThat(sink.shown)
                .containsExactly(
                        "~1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0s/step - loss: 1.0000 - mae: 0.5000",
                        "1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0s/step - loss: 1.0000 - mae: 0.5000",
                        "closed");
    }

    @Test
    void atMostOneDrawingIn50Milliseconds() {
        show(true, false);
        Callback quick = LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> trial.pass(0.020)));
        trial.fit(10, f -> f.batchSize(1).callbacks(quick));
        assertThat(sink.shown).filteredOn(t -> t.startsWith("~")).hasSize(4);
    }

    @Test
    void verbose2IsOneLineAnEpoch() {
        show(true, false);
        trial.fit(24, f -> f.batchSize(2).epochs(2).verbose(2).callbacks(time));
        assertThat(sink.shown)
                .containsExactly(
                        "Epoch 1/2",
                        "12/12 - 2s - 120ms/step - loss: 1.0000 - mae: 3.2500",
                        "Epoch 2/2",
                        "12/12 - 2s - 120ms/step - loss: 1.0000 - mae: 3.2500",
                        "closed");
    }

    @Test
    void aPlaceThatCannotRedrawGetsTheSameLines() {
        show(false, false);
        trial.fit(24, f -> f.batchSize(2).callbacks(time));
        assertThat(sink.shown).containsExactly("12/12 - 2s - 120ms/step - loss: 1.0000 - mae: 3.2500", "closed");
    }

    @Test
    void verbose0NeverAsksForAPlace() {
        Progress.install(() -> {
            throw new AssertionError("nothing is to be shown");
        });
        trial.fit(4, f -> f.verbose(0).epochs(2).validationData(Trial.x(1), Trial.y(1)));
        trial.trainer.predict(Dataset.of(Trial.x(2)), Predict.of(p -> {}));
    }

    @Test
    void evaluateShowsAResultAndPredictNone() {
        show(true, false);
        trial.trainer.evaluate(Dataset.of(Trial.x(2), Trial.y(2)), Evaluate.of(e -> {}));
        trial.trainer.predict(Dataset.of(Trial.x(2)), Predict.of(p -> p.verbose(1)));
        assertThat(sink.shown)
                .filteredOn(t -> !t.startsWith("~"))
                .containsExactly(
                        "1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0s/step - loss: 3.0000 - mae: 0.5000",
                        "closed",
                        "1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0s/step",
                        "closed");
    }

    @Test
    void classicStyleCountsSamples() {
        Progress.style(ProgressStyle.CLASSIC);
        show(true, false);
        Callback slow = LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> trial.pass(1)));
        trial.fit(1000, f -> f.batchSize(32).validationSplit(0.2).callbacks(slow));
        assertThat(sink.shown)
                .startsWith(
                        "Train on 800 samples, validate on 200 samples",
                        "Epoch 1/1",
                        "~ 32/800 [>.............................] - ETA: 24s - loss: 1.0000 - mae: 0.5000")
                .contains("~416/800 [==============>...............] - ETA: 12s - loss: 1.0000 - mae: 3.5000")
                .contains(
                        "800/800 [==============================] - 25s 31ms/step - loss: 1.0000 - mae: 6.5000 - val_loss: 3.0000 - val_mae: 2.0000");
    }

    @Test
    void classicVerbose2() {
        Progress.style(ProgressStyle.CLASSIC);
        show(true, false);
        trial.fit(24, f -> f.batchSize(2).verbose(2).callbacks(time));
        assertThat(sink.shown).containsExactly("Epoch 1/1", " - 2s - loss: 1.0000 - mae: 3.2500", "closed");
    }

    @Test
    void aWarningIsALineOfItsOwn() {
        show(true, false);
        trial.with(steps -> steps.loss = batch -> Double.NaN);
        trial.fit(2, f -> {});
        assertThat(sink.shown)
                .containsExactly(
                        "The loss became NaN or infinite at epoch 1, batch 1 (learning rate 0.5). Try a smaller learning rate or clipnorm.",
                        "~1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0s/step - loss: nan - mae: 0.5000",
                        "1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 0s/step - loss: nan - mae: 0.5000",
                        "closed");
    }

    @Test
    void theSinkIsClosedAfterAnException() {
        show(true, false);
        Callback failing = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
            throw new UnsupportedOperationException("mine");
        }));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> trial.fit(2, f -> f.callbacks(failing)))
                .hasMessage("mine");
        assertThat(sink.shown).last().isEqualTo("closed");
    }

    private Callback interruptingAfter(int batches) {
        return LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> {
            trial.pass(0.12);
            if (trial.steps().trained.size() == batches - 1)
                Thread.currentThread().interrupt();
        }));
    }

    @Test
    void aStoppedTrainingKeepsItsBarAndSaysWhere() {
        show(true, false);
        trial.fit(6, f -> f.batchSize(2).epochs(3).callbacks(interruptingAfter(5)));
        assertThat(sink.shown)
                .endsWith(
                        "2/3 ━━━━━━━━━━━━━━━━━━━━ 0s 120ms/step - loss: 1.0000 - mae: 0.7500",
                        "stopped: stopped by user at epoch 2, batch 2 after 1 epochs",
                        "closed");
    }

    @Test
    void aSilentTrainingSaysThatItWasStopped() {
        show(true, false);
        trial.fit(6, f -> f.verbose(0).batchSize(2).epochs(3).callbacks(interruptingAfter(1)));
        assertThat(sink.shown).containsExactly("stopped: stopped by user at epoch 1, batch 1 after 0 epochs", "closed");
    }

    @Test
    void aStoppedEvaluationSaysSo() {
        show(false, false);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() ->
                        trial.trainer.evaluate(Dataset.of(Trial.x(6), Trial.y(6)), Evaluate.of(e -> e.batchSize(2))))
                .isInstanceOf(CancellationException.class);
        assertThat(sink.shown)
                .containsExactly("stopped: evaluate was stopped by the user after batch 1 of 3", "closed");
    }
}
