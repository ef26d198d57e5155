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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** How a training ends before its last epoch. */
class Fit_StopTest {
    private final Trial trial = new Trial();
    private final List<String> told = new ArrayList<>();

    @Test
    void stoppingInABatchStillValidatesAndRecordsTheEpoch() {
        Callback stopping = LambdaCallback.of(c -> c.trainBatchEnd((batch, logs) -> {
            if (batch == 1) trial.trainer.stopTraining(Optional.of("enough"));
        }));
        History history = trial.fit(
                8,
                f -> f.verbose(0)
                        .batchSize(2)
                        .epochs(3)
                        .validationData(Trial.x(1), Trial.y(1))
                        .callbacks(stopping, new Telling(told)));
        assertThat(trial.steps().trained).hasSize(2);
        assertThat(history.history().get("val_loss")).containsExactly(3.0);
        assertThat(history.stopReason()).isEqualTo("enough");
        assertThat(told).last().asString().startsWith("train_end {loss=1.0");
    }

    @Test
    void stoppingAtTheEndOfAnEpoch() {
        Callback stopping = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
            if (epoch == 1) trial.trainer.stopTraining(Optional.empty());
        }));
        History history = trial.fit(2, f -> f.verbose(0).epochs(5).callbacks(stopping));
        assertThat(history.epoch()).containsExactly(0, 1);
        assertThat(history.stopReason()).isEqualTo("stopped after epoch 2");
        assertThat(trial.fit(2, f -> f.verbose(0).epochs(3)).epoch()).hasSize(3);
    }

    @Test
    void stoppingBeforeTheFirstBatchTakesEffectAfterIt() {
        Callback stopping = LambdaCallback.of(c -> c.trainBegin(logs -> trial.trainer.stopTraining(Optional.empty())));
        trial.fit(8, f -> f.verbose(0).batchSize(2).epochs(5).callbacks(stopping));
        assertThat(trial.steps().trained).hasSize(1);
    }

    @Test
    void anInterruptionEndsTrainingCleanlyAndIsCleared() {
        Callback interrupting = LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> {
            if (trial.steps().trained.size() == 5) Thread.currentThread().interrupt();
        }));
        History history =
                trial.fit(8, f -> f.verbose(0).batchSize(2).epochs(9).callbacks(interrupting, new Telling(told)));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(history.epoch()).containsExactly(0);
        assertThat(history.stopReason()).isEqualTo("stopped by user at epoch 2, batch 2");
        assertThat(told).last().asString().startsWith("train_end");
        assertThat(trial.fit(8, f -> f.verbose(0)).stopReason()).isEmpty();
    }

    @Test
    void anInterruptionInValidationEndsTrainingToo() {
        Callback interrupting = new Callback() {
            @Override
            public void onTestBatchBegin(int batch, java.util.Map<String, Double> logs) {
                Thread.currentThread().interrupt();
            }
        };
        History history = trial.fit(
                2,
                f -> f.verbose(0)
                        .epochs(5)
                        .validationData(Trial.x(4), Trial.y(4))
                        .validationBatchSize(2)
                        .callbacks(interrupting));
        assertThat(history.epoch()).isEmpty();
        assertThat(history.stopReason()).isEqualTo("stopped by user at epoch 1, batch 1");
    }

    @Test
    void anInterruptedEvaluationOrPredictionHasNoResult() {
        Dataset data = Dataset.of(Trial.x(6), Trial.y(6));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> trial.trainer.evaluate(
                        data, Evaluate.of(e -> e.verbose(0).batchSize(2))))
                .isInstanceOf(CancellationException.class)
                .hasMessage("evaluate was stopped by the user after batch 1 of 3");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> trial.trainer.predict(data, Predict.of(p -> p.batchSize(2))))
                .isInstanceOf(CancellationException.class)
                .hasMessage("predict was stopped by the user after batch 1 of 3");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aLossThatIsNoNumberIsReportedOnceAndTrainingGoesOn() {
        trial.with(steps -> steps.loss = batch -> batch >= 3 ? Double.NaN : 1);
        History history = trial.fit(4, f -> f.verbose(0).batchSize(2).epochs(3));
        assertThat(history.epoch()).hasSize(3);
        assertThat(history.warnings())
                .containsExactly(
                        "The loss became NaN or infinite at epoch 2, batch 2 (learning rate 0.5). Try a smaller learning rate or clipnorm.");
        assertThat(history).asString().contains("loss: NaN").endsWith("smaller learning rate or clipnorm.");
    }

    @Test
    void weightsBecomeTheirAveragesBeforeTrainEnds() {
        trial.with(steps -> steps.afterTraining = () -> told.add("averages"));
        trial.fit(2, f -> f.verbose(0).callbacks(new Telling(told)));
        assertThat(told.subList(told.size() - 2, told.size())).first().isEqualTo("averages");
    }
}
