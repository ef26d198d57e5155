package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Feeds.numbered;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.Sequential;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.contract.Feeds.Noting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 20.6: generators that fail, end early or do not answer, and the end of a Sequence's epoch. */
@Timeout(60)
class FitGenerator_EndRowsTest implements Rows {
    private static final String HERE = Thread.currentThread().getName();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g17_anExceptionInTheGeneratorReachesTheCaller(int workers) {
        List<Double> seen = new ArrayList<>();
        IllegalStateException mine = new IllegalStateException("no more tickets");
        int[] made = {0};
        Sequential model = naught();
        assertThatThrownBy(() -> model.fitGenerator(
                        Dataset.generator(() -> {
                            if (made[0] == 2) throw mine;
                            return batch(1, made[0]++);
                        }),
                        f -> f.stepsPerEpoch(5).workers(workers).callbacks(losses(seen))))
                .isSameAs(mine);
        assertThat(seen).containsExactly(0.0, 1.0);
        assertThat(Feeds.batchThreads()).isEmpty();
        assertThat(model.fit(column(0), column(3)).history().get("loss")).containsExactly(3.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g17_anErrorAndAnExceptionOfASequenceToo(int workers) {
        AssertionError mine = new AssertionError("broken");
        dev.sequential.data.Sequence sequence = new dev.sequential.data.Sequence() {
            @Override
            public int length() {
                return 5;
            }

            @Override
            public Batch get(int index) {
                if (index == 3) throw mine;
                return batch(1, index);
            }
        };
        assertThatThrownBy(() -> naught().fitGenerator(Dataset.sequence(sequence), f -> f.workers(workers)))
                .isSameAs(mine);
    }

    /** Kotlin, Groovy and generic tricks throw checked exceptions where Java does not expect them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g17_aCheckedExceptionIsWrappedOnce(int workers) {
        IOException mine = new IOException("disk");
        assertThatThrownBy(() -> naught().fitGenerator(
                                Dataset.generator(() -> FitGenerator_EndRowsTest.<Batch, RuntimeException>sneak(mine)),
                                f -> f.stepsPerEpoch(5).workers(workers)))
                .isInstanceOf(RuntimeException.class)
                .hasMessage("A batch could not be made: java.io.IOException: disk")
                .hasCause(mine);
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T sneak(Throwable e) throws E {
        throw (E) e;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g18_aGeneratorThatEndsEarlyEndsTheTrainingAfterItsEpoch(int workers) {
        History history = naught().fitGenerator(
                        Feeds.ending(numbered(5)),
                        f -> f.stepsPerEpoch(3).epochs(9).workers(workers).validationData(column(0), column(7)));
        String warning = "The generator ran out of data after 2 of 3 batches";
        assertThat(history.epoch()).containsExactly(0, 1);
        assertThat(history.history().get("loss")).containsExactly(1.0, 3.5);
        assertThat(history.history().get("val_loss")).containsExactly(7.0, 7.0);
        assertThat(history.warnings()).containsExactly(warning);
        assertThat(history.stopReason()).isEqualTo(warning);
    }

    @Test
    void g18_anEpochWithoutABatchIsNotRecorded() {
        History history = naught().fitGenerator(
                        Feeds.ending(numbered(3)), f -> f.stepsPerEpoch(3).epochs(9));
        assertThat(history.epoch()).containsExactly(0);
        assertThat(history.stopReason()).isEqualTo("The generator ran out of data after 0 of 3 batches");
        refused(() -> naught().fitGenerator(Feeds.ending(), f -> f.stepsPerEpoch(3)), "A generator has no batches");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g19_aSequenceIsToldOfTheEndOfEachEpochBeforeItIsAskedAgain(int workers) {
        Noting sequence = new Noting(numbered(3));
        Callback validation = new Callback() {
            @Override
            public void onTestBegin(java.util.Map<String, Double> logs) {
                sequence.told.add("validation");
            }
        };
        naught().fitGenerator(
                        Dataset.sequence(sequence),
                        f -> f.workers(workers)
                                .epochs(2)
                                .validationData(column(0), column(0))
                                .callbacks(validation));
        String end = "end on " + Thread.currentThread().getName();
        assertThat(sequence.told).hasSize(12);
        assertThat(sequence.told.get(0)).isEqualTo("begin");
        assertThat(sequence.told.subList(1, 4)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(sequence.told.subList(4, 7)).containsExactly(end, "validation", "begin");
        assertThat(sequence.told.subList(7, 10)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(sequence.told.subList(10, 12)).containsExactly(end, "validation");
    }

    @Test
    void g19_anEpochThatIsCutShortDoesNotEnd() {
        Noting sequence = new Noting(numbered(4));
        Sequential model = naught();
        Callback stopping = LambdaCallback.of(c -> c.trainBatchEnd((batch, logs) -> {
            if (batch == 1) model.stopTraining();
        }));
        model.fitGenerator(Dataset.sequence(sequence), f -> f.callbacks(stopping));
        assertThat(sequence.told).doesNotContain("end on " + HERE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g17_aTrainingThatWaitsForItsGeneratorCanBeInterrupted(int workers) throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        AtomicReference<History> result = new AtomicReference<>();
        int[] made = {0};
        Sequential model = naught();
        Thread training = new Thread(() -> result.set(model.fitGenerator(
                Dataset.generator(() -> {
                    if (made[0] == 2) {
                        waiting.countDown();
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return batch(1, made[0]++);
                }),
                f -> f.stepsPerEpoch(5)
                        .epochs(9)
                        .workers(workers)
                        .callbacks(LambdaCallback.of(c -> c.trainBatchEnd((batch, logs) -> {
                            if (batch == 1) second.countDown();
                        }))))));
        training.start();
        Feeds.await(waiting);
        Feeds.await(second);
        training.interrupt();
        training.join(20_000);
        assertThat(training.isAlive()).isFalse();
        assertThat(result.get().stopReason()).startsWith("stopped by user at epoch 1, batch ");
        assertThat(model.fit(column(0), column(3)).history().get("loss").get(0)).isCloseTo(3, close());
    }
}
