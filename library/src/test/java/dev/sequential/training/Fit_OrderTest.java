package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Dataset;
import dev.sequential.Evaluate;
import dev.sequential.History;
import dev.sequential.Predict;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told when, and with which numbers. */
class Fit_OrderTest {
    private final Trial trial = new Trial();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsEverythingInKerassOrder() {
        trial.with(steps -> steps.loss = batch -> batch + 1);
        trial.fit(
                3,
                f -> f.verbose(0)
                        .batchSize(2)
                        .epochs(2)
                        .validationData(Trial.x(1), Trial.y(1))
                        .callbacks(new Telling(told)));
        assertThat(told)
                .startsWith(
                        "model",
                        "params {epochs=2, steps=2, batch_size=2, samples=3, verbose=0, do_validation=true, metrics=[loss, mae, val_loss, val_mae]}",
                        "output",
                        "train_begin {}",
                        "epoch_begin 0 {}",
                        "train_batch_begin 0 {batch=0.0, size=2.0}",
                        "train_batch_end 0 {batch=0.0, size=2.0, loss=1.0, mae=0.5}",
                        "train_batch_begin 1 {batch=1.0, size=1.0}",
                        "train_batch_end 1 {batch=1.0, size=1.0, loss=1.3333333333333333, mae=0.75}",
                        "test_begin {}",
                        "test_batch_begin 0 {batch=0.0, size=1.0}",
                        "test_batch_end 0 {batch=0.0, size=1.0, loss=3.0, mae=0.5}",
                        "test_end {loss=3.0, mae=0.5}",
                        "epoch_end 0 {loss=1.3333333333333333, mae=0.75, val_loss=3.0, val_mae=0.5}",
                        "epoch_begin 1 {}",
                        "train_batch_begin 0 {batch=0.0, size=2.0}")
                .endsWith(
                        "epoch_end 1 {loss=3.3333333333333335, mae=0.75, val_loss=3.0, val_mae=0.5}",
                        "train_end {loss=3.3333333333333335, mae=0.75, val_loss=3.0, val_mae=0.5}");
    }

    @Test
    void historyHoldsEveryEpoch() {
        trial.with(steps -> steps.loss = batch -> batch + 1);
        History history = trial.fit(
                3,
                f -> f.verbose(0)
                        .epochs(3)
                        .validationData(Trial.x(1), Trial.y(1))
                        .validationFreq(2));
        assertThat(history.epoch()).containsExactly(0, 1, 2);
        assertThat(history.history())
                .isEqualTo(Map.of(
                        "loss", List.of(1.0, 2.0, 3.0),
                        "mae", List.of(0.5, 0.5, 0.5),
                        "val_loss", List.of(3.0),
                        "val_mae", List.of(0.5)));
        assertThat(history.history().keySet()).containsExactly("loss", "mae", "val_loss", "val_mae");
        assertThat(history.stopReason()).isEmpty();
        assertThat(trial.trainer.history()).isSameAs(history);
    }

    @Test
    void initialEpochGoesOnCounting() {
        History history = trial.fit(
                2,
                f -> f.verbose(0)
                        .initialEpoch(3)
                        .epochs(5)
                        .validationData(Trial.x(1), Trial.y(1))
                        .validationFreq(List.of(1, 5)));
        assertThat(history.epoch()).containsExactly(3, 4);
        assertThat(history.history().get("val_loss")).hasSize(1);
    }

    @Test
    void nothingIsTrainedIfAllEpochsAreDone() {
        History history =
                trial.fit(2, f -> f.verbose(0).initialEpoch(5).epochs(5).callbacks(new Telling(told)));
        assertThat(history.epoch()).isEmpty();
        assertThat(told.subList(3, told.size())).containsExactly("train_begin {}", "train_end {}");
    }

    @Test
    void whatOneCallbackPutsIntoTheLogsOthersAndHistorySee() {
        History history = trial.fit(
                2,
                f -> f.verbose(0)
                        .callbacks(
                                LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> logs.put("extra", 5.0))),
                                LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> told.add("" + logs.get("extra"))))));
        assertThat(told).containsExactly("5.0");
        assertThat(history.history().get("extra")).containsExactly(5.0);
    }

    @Test
    void evaluateTellsTestsOnly() {
        trial.trainer.evaluate(
                Dataset.of(Trial.x(3), Trial.y(3)),
                Evaluate.of(e -> e.verbose(0).batchSize(2).callbacks(new Telling(told))));
        assertThat(told.subList(3, told.size()))
                .containsExactly(
                        "test_begin {}",
                        "test_batch_begin 0 {batch=0.0, size=2.0}",
                        "test_batch_end 0 {batch=0.0, size=2.0, loss=3.0, mae=0.5}",
                        "test_batch_begin 1 {batch=1.0, size=1.0}",
                        "test_batch_end 1 {batch=1.0, size=1.0, loss=3.0, mae=0.75}",
                        "test_end {loss=3.0, mae=0.75}");
    }

    @Test
    void predictTellsPredictionsOnly() {
        trial.trainer.predict(
                Dataset.of(Trial.x(3)), Predict.of(p -> p.batchSize(2).callbacks(new Telling(told))));
        assertThat(told.subList(3, told.size()))
                .containsExactly(
                        "predict_begin {}",
                        "predict_batch_begin 0 {batch=0.0, size=2.0}",
                        "predict_batch_end 0 {batch=0.0, size=2.0} [2, 1]",
                        "predict_batch_begin 1 {batch=1.0, size=1.0}",
                        "predict_batch_end 1 {batch=1.0, size=1.0} [1, 1]",
                        "predict_end {}");
    }

    @Test
    void resultsAreReadOnceAnEpochIfNobodyFollowsBatches() {
        trial.fit(100, f -> f.verbose(0).epochs(2));
        assertThat(trial.steps().results).isEqualTo(2);
    }

    @Test
    void anExceptionOfACallbackReachesTheCallerAndTheNextFitWorks() {
        Callback failing = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
            throw new UnsupportedOperationException("mine");
        }));
        assertThatThrownBy(() -> trial.fit(2, f -> f.verbose(0).callbacks(failing, new Telling(told))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("mine");
        assertThat(told).noneMatch(t -> t.startsWith("train_end"));
        assertThat(trial.fit(2, f -> f.verbose(0)).epoch()).hasSize(1);
    }

    @Test
    void aCallbackMayCallBack() {
        Callback asking = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
            trial.trainer.predict(Dataset.of(Trial.x(2)), Predict.of(p -> {}));
            trial.trainer.evaluate(Dataset.of(Trial.x(2), Trial.y(2)), Evaluate.of(e -> e.verbose(0)));
        }));
        assertThat(trial.fit(2, f -> f.verbose(0).epochs(2).callbacks(asking))
                        .history()
                        .get("mae"))
                .containsExactly(0.5, 0.5);
    }
}
