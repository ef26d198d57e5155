package dev.sequential.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.Initializers;
import dev.sequential.training.Progress;
import dev.sequential.training.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the small callbacks do to a training: a weight that falls by the learning rate in each step. */
class Callbacks_EffectTest {
    private final INDArray one = Nd4j.ones(DataType.FLOAT, 1, 1);
    private final List<String> said = new ArrayList<>();
    private Sequential model;

    @BeforeEach
    void begin() {
        model = Sequential.of(
                Input.of(1), (call, x) -> x.times(call.weight("w", Shape.of(1), Initializers.of("zeros"))));
        model.compile(c -> c.optimizer((u, w, g) -> w.minus(u.learningRate())).loss((yTrue, yPred) -> yPred.mean(-1)));
        model.setLearningRate(1);
    }

    private History fit(int epochs, Callback... callbacks) {
        return model.fit(one, one, f -> f.verbose(0).epochs(epochs).callbacks(callbacks));
    }

    private double weight() {
        return model.getWeights().get(0).getDouble(0);
    }

    private static Callback plan(String name, double... values) {
        return LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> logs.put(name, values[epoch])));
    }

    @Test
    void schedulerSetsTheRateOfEveryEpochByItsNumber() {
        History history = model.fit(
                one,
                one,
                f -> f.verbose(0)
                        .initialEpoch(2)
                        .epochs(4)
                        .callbacks(LearningRateScheduler.of((epoch, rate) -> epoch * 0.25 + rate)));
        assertThat(history.history().get("learning_rate")).containsExactly(1.5, 2.25);
        assertThat(weight()).isEqualTo(-3.75);
    }

    @Test
    void plateauLowersTheRateAfterPatience() {
        History history = fit(
                6,
                plan("val_loss", 1, 1, 1, 1, 1, 1),
                ReduceLROnPlateau.of(r -> r.factor(0.5).patience(2).minLr(0.3)));
        assertThat(history.history().get("learning_rate")).containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.3);
    }

    @Test
    void plateauWaitsWhileCooling() {
        History history = fit(
                6,
                plan("val_loss", 1, 1, 1, 1, 1, 1),
                ReduceLROnPlateau.of(r -> r.factor(0.5).patience(1).cooldown(2)));
        assertThat(history.history().get("learning_rate")).containsExactly(1.0, 1.0, 0.5, 0.5, 0.25, 0.25);
    }

    @Test
    void plateauRefusesAFactorThatLowersNothing() {
        assertThatThrownBy(() -> ReduceLROnPlateau.of(r -> r.factor(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factor must be 0 or more and less than 1, but received 1.0");
    }

    @Test
    void terminateOnNaNStopsAndSaysSo() {
        model.compile(c -> c.optimizer((u, w, g) -> w.minus(1))
                .loss((yTrue, yPred) -> yPred.log().mean(-1)));
        StringBuilder shown = new StringBuilder();
        Progress.install(() -> new ProgressSink() {
            @Override
            public void live(String text) {}

            @Override
            public void line(String text) {
                shown.append(text);
            }

            @Override
            public void close() {}
        });
        History history;
        try {
            history = fit(5, TerminateOnNaN.of());
        } finally {
            Progress.uninstall();
        }
        assertThat(shown).hasToString("Batch 0: Invalid loss, terminating training");
        assertThat(history.epoch()).containsExactly(0);
        assertThat(history.stopReason()).isEqualTo("Batch 0: Invalid loss, terminating training");
    }

    @Test
    void earlyStoppingSaysItOnTheOutputOfTheTraining() {
        EarlyStopping stopping = EarlyStopping.of(e -> e.verbose(1).restoreBestWeights(true));
        stopping.setModel(model);
        stopping.setOutput(said::add);
        stopping.onTrainBegin(Map.of());
        stopping.onEpochEnd(0, Map.of("val_loss", 1.0));
        stopping.onEpochEnd(1, Map.of("val_loss", 1.0));
        stopping.onTrainEnd(Map.of());
        assertThat(said)
                .containsExactly(
                        "Epoch 2: early stopping", "Restoring model weights from the end of the best epoch: 1.");
    }

    @Test
    void csvHasSortedColumnsAndDecimalPoints(@TempDir Path folder) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            fit(2, plan("extra", 0.5, 0.25), CSVLogger.of(folder.resolve("log.csv")));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Files.readString(folder.resolve("log.csv")))
                .isEqualTo("epoch,extra,loss,val_extra,val_loss\n0,0.5,0.0,NA,NA\n1,0.25,-1.0,NA,NA\n");
    }

    @Test
    void csvGoesOnWithoutASecondHeader(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.csv");
        for (int i = 0; i < 2; i++) {
            model.fit(
                    one,
                    one,
                    f -> f.verbose(0)
                            .validationData(one, one)
                            .callbacks(CSVLogger.of(file, c -> c.append(true).separator(";"))));
        }
        assertThat(Files.readString(file)).isEqualTo("epoch;loss;val_loss\n0;0.0;-1.0\n0;-1.0;-2.0\n");
    }

    @Test
    void stopTrainingByACallbackOfTheUser() {
        Callback own = new Callback() {
            @Override
            public void onEpochEnd(int epoch, Map<String, Double> logs) {
                if (logs.get("loss") < 0) model.stopTraining();
            }
        };
        assertThat(fit(9, own).stopReason()).isEqualTo("stopped after epoch 2");
    }
}
