package dev.sequential.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.Initializers;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** When it stops and what it leaves, for planned numbers: the weight falls by 1 in each epoch. */
class EarlyStopping_StopTest {
    private final INDArray one = Nd4j.ones(DataType.FLOAT, 1, 1);
    private Sequential model;
    private EarlyStopping stopping;

    @BeforeEach
    void begin() {
        model = Sequential.of(
                Input.of(1), (call, x) -> x.times(call.weight("w", Shape.of(1), Initializers.of("zeros"))));
        model.compile(c -> c.optimizer((u, w, g) -> w.minus(1)).loss((yTrue, yPred) -> yPred.mean(-1)));
    }

    /** Trains while {@code monitor} takes these values; {@link Double#NaN} leaves it out. */
    private History fit(Consumer<EarlyStoppingOptionsBuilder> options, String monitor, double... values) {
        stopping = EarlyStopping.of(options);
        Callback plan = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
            if (!Double.isNaN(values[epoch])) logs.put(monitor, values[epoch]);
        }));
        return model.fit(one, one, f -> f.verbose(0).epochs(values.length).callbacks(plan, stopping));
    }

    private double weight() {
        return model.getWeights().get(0).getDouble(0);
    }

    @Test
    void stopsAtTheFirstEpochThatIsNotBetter() {
        History history = fit(e -> {}, "val_loss", 3, 2, 2, 1);
        assertThat(history.epoch()).hasSize(3);
        assertThat(history.stopReason()).isEqualTo("Epoch 3: early stopping");
        assertThat(weight()).isEqualTo(-3);
    }

    @Test
    void waitsAsLongAsPatienceSays() {
        assertThat(fit(e -> e.patience(2), "val_loss", 3, 4, 2, 3, 3, 1).epoch())
                .hasSize(5);
    }

    @Test
    void changesUpToMinDeltaDoNotCount() {
        assertThat(fit(e -> e.patience(2).minDelta(0.5), "val_loss", 3, 2.8, 2.5, 1)
                        .epoch())
                .hasSize(3);
    }

    @Test
    void accuracyShouldRise() {
        assertThat(fit(e -> e.monitor("val_accuracy"), "val_accuracy", 0.1, 0.2, 0.15, 0.9)
                        .epoch())
                .hasSize(3);
    }

    @Test
    void modeOverridesTheName() {
        assertThat(fit(e -> e.monitor("val_accuracy").mode(Mode.MIN), "val_accuracy", 0.1, 0.2)
                        .epoch())
                .hasSize(2);
    }

    @Test
    void aNameThatSaysNothingNeedsAMode() {
        assertThatThrownBy(() -> EarlyStopping.of(e -> e.monitor("val_score")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "EarlyStopping cannot tell whether \"val_score\" should fall or rise. Set mode(Mode.MIN) or mode(Mode.MAX).");
    }

    @Test
    void improvementsWorseThanTheBaselineDoNotResetTheWait() {
        assertThat(fit(e -> e.patience(3).baseline(1.0), "val_loss", 5, 4, 3, 3, 0)
                        .epoch())
                .hasSize(4);
    }

    @Test
    void bestWeightsComeBackWhenItStops() {
        fit(e -> e.patience(2).restoreBestWeights(true), "val_loss", 3, 1, 2, 2, 2);
        assertThat(weight()).isEqualTo(-2);
        assertThat(stopping.bestEpoch()).isEqualTo(1);
        assertThat(stopping.best()).hasValue(1);
    }

    @Test
    void bestWeightsComeBackWhenAllEpochsAreDone() {
        History history = fit(e -> e.patience(9).restoreBestWeights(true), "val_loss", 1, 2, 3);
        assertThat(weight()).isEqualTo(-1);
        assertThat(history.stopReason()).isEmpty();
    }

    @Test
    void bestWeightsComeBackWhenTheUserInterrupts() {
        stopping = EarlyStopping.of(e -> e.monitor("loss").patience(9).restoreBestWeights(true));
        Callback plan = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> logs.put("loss", (double) epoch))
                .trainBatchBegin((batch, logs) -> {
                    if (weight() == -3) Thread.currentThread().interrupt();
                }));
        model.fit(one, one, f -> f.verbose(0).epochs(9).callbacks(plan, stopping));
        assertThat(weight()).isEqualTo(-1);
    }

    @Test
    void epochsBeforeTheFirstAreNotLookedAt() {
        assertThat(fit(e -> e.startFromEpoch(2), "val_loss", 1, 2, 3, 3).epoch())
                .hasSize(4);
    }

    @Test
    void aMissingNumberIsSaidAndHasNoEffect() {
        StringBuilder said = new StringBuilder();
        EarlyStopping alone = EarlyStopping.of();
        alone.setOutput(said::append);
        alone.onTrainBegin(Map.of());
        alone.onEpochEnd(0, Map.of("loss", 1.0));
        alone.onEpochEnd(1, Map.of("loss", 2.0));
        assertThat(said).hasToString("EarlyStopping has no effect: there is no \"val_loss\" among [loss]");
    }

    @Test
    void nothingIsKeptFromOneTrainingToTheNext() {
        fit(e -> {}, "val_loss", 1, 2);
        EarlyStopping used = stopping;
        Callback plan = LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> logs.put("val_loss", 5.0 - epoch)));
        assertThat(model.fit(one, one, f -> f.verbose(0).epochs(3).callbacks(plan, used))
                        .epoch())
                .hasSize(3);
    }
}
