package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.slope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.History;
import dev.sequential.Sequential;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.optimizers.SGD;
import dev.sequential.training.Progress;
import dev.sequential.training.RecordingSink;
import dev.sequential.training.Telling;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 20.6, fit_generator: epochs, what is shown, told and recorded. */
class FitGenerator_EpochRowsTest implements Rows {
    @Test
    void g3_epochsIsTheNumberOfTheLast() {
        RecordingSink sink = new RecordingSink(false, false);
        Progress.install(() -> sink);
        History history = naught(STILL)
                .fitGenerator(
                        Feeds.generator(batch(1, 0)),
                        f -> f.stepsPerEpoch(1).epochs(5).initialEpoch(3));
        assertThat(history.epoch()).containsExactly(3, 4);
        assertThat(sink.shown).filteredOn(t -> t.startsWith("Epoch")).containsExactly("Epoch 4/5", "Epoch 5/5");
    }

    @Test
    void g4_progressCountsSteps() {
        for (int verbose = 0; verbose <= 2; verbose++) {
            int level = verbose;
            RecordingSink sink = new RecordingSink(true, false);
            Progress.install(() -> sink);
            naught(STILL)
                    .fitGenerator(
                            Feeds.generator(batch(7, 3)),
                            f -> f.stepsPerEpoch(4).verbose(level));
            String shown = String.join("\n", sink.shown);
            if (level == 0) assertThat(shown).isEmpty();
            if (level == 1)
                assertThat(shown)
                        .contains("~1/4 ━━━━━━━━━━━━━━━━━━━━ ", "4/4 ━━━━━━━━━━━━━━━━━━━━ ", " - loss: 3.0000");
            if (level == 2) assertThat(shown).matches("4/4 - .* - loss: 3\\.0000\nclosed");
        }
    }

    @Test
    void g5_callbacksAreToldAsInFit() {
        List<String> told = new ArrayList<>();
        naught(STILL)
                .fitGenerator(
                        Feeds.generator(batch(2, 1), batch(3, 6)),
                        f -> f.stepsPerEpoch(2)
                                .validationData(Feeds.generator(batch(4, 2)))
                                .validationSteps(1)
                                .callbacks(new Telling(told)));
        assertThat(told)
                .containsExactly(
                        "model",
                        "params {epochs=1, steps=2, batch_size=null, verbose=1, do_validation=true, metrics=[loss, val_loss]}",
                        "output",
                        "train_begin {}",
                        "epoch_begin 0 {}",
                        "train_batch_begin 0 {batch=0.0, size=2.0}",
                        "train_batch_end 0 {batch=0.0, size=2.0, loss=1.0}",
                        "train_batch_begin 1 {batch=1.0, size=3.0}",
                        "train_batch_end 1 {batch=1.0, size=3.0, loss=4.0}",
                        "test_begin {}",
                        "test_batch_begin 0 {batch=0.0, size=4.0}",
                        "test_batch_end 0 {batch=0.0, size=4.0, loss=2.0}",
                        "test_end {loss=2.0}",
                        "epoch_end 0 {loss=4.0, val_loss=2.0}",
                        "train_end {loss=4.0, val_loss=2.0}");
    }

    @Test
    void g14_numbersOfEpochsAreAbsoluteAndTheOptimizerGoesOn() {
        Batch one = Batch.of(column(1, 2), column(3, 4));
        Sequential whole = line(0);
        whole.compile(SGD.of(0.01, o -> o.momentum(0.9)), "mse");
        whole.fitGenerator(Feeds.generator(one), f -> f.stepsPerEpoch(2).epochs(4));
        Sequential parts = line(0);
        parts.compile(SGD.of(0.01, o -> o.momentum(0.9)), "mse");
        List<Integer> epochs = new ArrayList<>();
        for (int done : new int[] {0, 2}) {
            parts.fitGenerator(
                    Feeds.generator(one),
                    f -> f.stepsPerEpoch(2)
                            .initialEpoch(done)
                            .epochs(done + 2)
                            .callbacks(LambdaCallback.of(c -> c.epochBegin((epoch, logs) -> epochs.add(epoch)))));
        }
        assertThat(epochs).containsExactly(0, 1, 2, 3);
        assertThat(slope(parts)).isEqualTo(slope(whole));
    }

    @Test
    void g15_theHistoryIsThatOfFit() {
        Sequential model = line(0);
        model.compile(STILL, "mae", "mse");
        History generator = model.fitGenerator(
                Feeds.generator(batch(2, 3)), f -> f.stepsPerEpoch(2).epochs(2).validationData(column(0), column(4)));
        History arrays = model.fit(column(0, 0), column(3, 3), f -> f.epochs(2).validationData(column(0), column(4)));
        assertThat(generator.history()).isEqualTo(arrays.history());
        assertThat(List.copyOf(generator.history().keySet())).containsExactly("loss", "mse", "val_loss", "val_mse");
        assertThat(generator.epoch()).isEqualTo(arrays.epoch());
    }
}
