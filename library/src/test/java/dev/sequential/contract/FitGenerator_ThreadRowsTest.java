package dev.sequential.contract;

import static dev.sequential.contract.FitGenerator_DataRowsTest.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 20.6 and the rows F16 to F18 of 20.2: threads that make batches, their order, their end and their errors. */
@Timeout(60)
class FitGenerator_ThreadRowsTest implements Rows {
    private static final String HERE = Thread.currentThread().getName();

    private static Sequential compiled() {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        return model;
    }

    /** Batches whose losses are 0, 1, 2, … */
    private static Batch[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> batch(1, i)).toArray(Batch[]::new);
    }

    private static List<Double> numbers(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(i -> (double) i).toList();
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "1, 1", "3, 4", "1, 4"})
    void f16_aGeneratorIsNeverFurtherAheadThanTheQueueHolds(int size, int workers) {
        AtomicInteger made = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        compiled()
                .fit(
                        Dataset.generator(() -> batch(1, made.incrementAndGet())),
                        f -> f.stepsPerEpoch(5)
                                .maxQueueSize(size)
                                .workers(workers)
                                .callbacks(Feeds.ahead(made, size, ahead)));
        assertThat(ahead).hasSize(5).allMatch(n -> n >= size && n <= size + workers);
        refused(
                () -> compiled()
                        .fit(
                                Feeds.generator(batch(1, 0)),
                                f -> f.stepsPerEpoch(1).maxQueueSize(0)),
                "maxQueueSize must be 1 or more, but received 0");
    }

    @Test
    void g10_theDefaultIsTen() {
        AtomicInteger made = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        compiled()
                .fitGenerator(
                        Dataset.generator(() -> batch(1, made.incrementAndGet())),
                        f -> f.stepsPerEpoch(3).callbacks(Feeds.ahead(made, 10, ahead)));
        assertThat(ahead).hasSize(3).allMatch(n -> n >= 10 && n <= 11);
    }

    private static Set<String> threads(java.util.function.Consumer<dev.sequential.FitBuilder> options) {
        Set<String> threads = Collections.synchronizedSet(new TreeSet<>());
        compiled()
                .fit(
                        Dataset.generator(Feeds.noting(
                                threads, Stream.generate(() -> batch(1, 0)).iterator())),
                        f -> options.accept(f.stepsPerEpoch(20)));
        return threads;
    }

    @Test
    void f17a_oneThreadMakesBatchesUnlessSaidOtherwise() {
        assertThat(threads(f -> {})).containsExactly("sequential-batches-1");
    }

    @Test
    void f17b_withoutWorkersBatchesAreMadeHereWhenTheyAreNeeded() {
        assertThat(threads(f -> f.workers(0)))
                .containsExactly(Thread.currentThread().getName());
        int[] made = {0};
        List<Integer> atBatch = new ArrayList<>();
        Callback counting = LambdaCallback.of(c -> c.trainBatchEnd((batch, logs) -> atBatch.add(made[0])));
        compiled()
                .fit(
                        Dataset.generator(() -> batch(1, made[0]++)),
                        f -> f.stepsPerEpoch(4).workers(0).callbacks(counting));
        assertThat(atBatch).containsExactly(1, 2, 3, 4);
        refused(() -> threads(f -> f.workers(-1)), "workers must be 0 or more, but received -1");
    }

    @Test
    void g11_aSequenceIsAskedByWorkersOrHere() {
        for (int workers : new int[] {0, 1, 4}) {
            Noting sequence = new Noting(numbered(12));
            compiled().fitGenerator(Dataset.sequence(sequence), f -> f.workers(workers));
            String current = Thread.currentThread().getName();
            assertThat(sequence.threads)
                    .allMatch(name -> workers == 0 ? name.equals(current) : name.startsWith("sequential-batches-"))
                    .hasSizeBetween(1, Math.max(1, workers));
        }
    }

    /** Each worker waits until all four are in {@code get}: they do work at the same time. */
    @Test
    void f17c_workersMakeBatchesAtTheSameTimeAndTheirOrderStays() {
        CountDownLatch all = new CountDownLatch(4);
        List<Double> seen = new ArrayList<>();
        List<Object> asked = Collections.synchronizedList(new ArrayList<>());
        dev.sequential.data.Sequence sequence = new dev.sequential.data.Sequence() {
            @Override
            public int length() {
                return 12;
            }

            @Override
            public Batch get(int index) {
                asked.add(index);
                if (index < 4) {
                    all.countDown();
                    Feeds.await(all);
                }
                return batch(1, index);
            }
        };
        compiled()
                .fit(
                        Dataset.sequence(sequence),
                        f -> f.workers(4).shuffle(false).callbacks(losses(seen)));
        assertThat(seen).isEqualTo(numbers(0, 12));
        assertThat(asked).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void f17c_aGeneratorIsAskedByOneAtATimeWhateverTheWorkers(int workers) {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int[] made = {0};
        List<Double> seen = new ArrayList<>();
        compiled()
                .fit(
                        Dataset.generator(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            inside.decrementAndGet();
                            return batch(1, made[0]++);
                        }),
                        f -> f.stepsPerEpoch(30).workers(workers).callbacks(losses(seen)));
        assertThat(seen).isEqualTo(numbers(0, 30));
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "4, false", "1, true", "4, true"})
    void g1g_aSequenceGivesEachBatchOnceAnEpochInOrder(int workers, boolean processes) {
        Noting sequence = new Noting(numbered(9));
        List<Double> seen = new ArrayList<>();
        compiled()
                .fitGenerator(
                        Dataset.sequence(sequence),
                        f -> f.workers(workers)
                                .useMultiprocessing(processes)
                                .shuffle(false)
                                .epochs(2)
                                .callbacks(losses(seen)));
        assertThat(seen.subList(0, 9)).isEqualTo(numbers(0, 9));
        assertThat(seen.subList(9, 18)).isEqualTo(numbers(0, 9));
        assertThat(sequence.asked()).hasSize(18);
        assertThat(sequence.asked().subList(0, 9)).doesNotHaveDuplicates();
    }

    @Test
    void g1h_batchesAreMadeWhileTheModelTrains() {
        CountDownLatch third = new CountDownLatch(1);
        int[] made = {0};
        Callback slow = LambdaCallback.of(c -> c.trainBatchBegin((batch, logs) -> Feeds.await(third)));
        compiled()
                .fitGenerator(
                        Dataset.generator(() -> {
                            if (made[0] == 2) third.countDown();
                            return batch(1, made[0]++);
                        }),
                        f -> f.stepsPerEpoch(3).callbacks(slow));
        assertThat(made[0]).isGreaterThanOrEqualTo(3);
    }

    @Test
    void f18_useMultiprocessingChangesNothingButAWarning() {
        Sequential threads = compiled();
        Sequential processes = compiled();
        for (boolean use : new boolean[] {false, true}) {
            History one = compiled()
                    .fit(Feeds.generator(numbered(3)), f -> f.stepsPerEpoch(3).useMultiprocessing(use));
            assertThat(one.warnings()).isEmpty();
            assertThat(one.history().get("loss")).containsExactly(1.0);
            History several = (use ? processes : threads)
                    .fit(
                            Feeds.generator(numbered(3)),
                            f -> f.stepsPerEpoch(3).workers(2).useMultiprocessing(use));
            assertThat(several.history().get("loss")).containsExactly(1.0);
            if (!use) assertThat(several.warnings()).isEmpty();
            else
                assertThat(several.warnings())
                        .containsExactly(
                                "useMultiprocessing has no effect: 2 threads take turns at the generator, so its batches are not made at the same time. A Sequence's are.");
        }
    }

    @Test
    void g12_useMultiprocessingIsAsInFit() {
        History sequence = compiled()
                .fitGenerator(
                        Dataset.sequence(new Noting(numbered(3))),
                        f -> f.workers(2).useMultiprocessing(true));
        assertThat(sequence.warnings()).isEmpty();
        assertThat(sequence.history().get("loss")).containsExactly(1.0);
        History generator = compiled()
                .fitGenerator(
                        Feeds.generator(numbered(3)),
                        f -> f.stepsPerEpoch(3).workers(2).useMultiprocessing(true));
        assertThat(generator.warnings()).hasSize(1);
        assertThat(generator.history().get("loss")).containsExactly(1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g13a_batchesOfASequenceComeInANewOrderEachEpoch(int workers) {
        List<Double> seen = new ArrayList<>();
        compiled()
                .fitGenerator(
                        Dataset.sequence(new Noting(numbered(12))),
                        f -> f.epochs(2).workers(workers).callbacks(losses(seen)));
        assertThat(seen.subList(0, 12))
                .containsExactlyInAnyOrderElementsOf(numbers(0, 12))
                .isNotEqualTo(numbers(0, 12));
        assertThat(seen.subList(12, 24))
                .containsExactlyInAnyOrderElementsOf(numbers(0, 12))
                .isNotEqualTo(seen.subList(0, 12));
    }

    @Test
    void g13b_withStepsPerEpochTheyComeAsTheyAreAndGoOn() {
        List<Double> seen = new ArrayList<>();
        compiled()
                .fitGenerator(
                        Dataset.sequence(new Noting(numbered(4))),
                        f -> f.stepsPerEpoch(3).epochs(2).callbacks(losses(seen)));
        assertThat(seen).containsExactly(0.0, 1.0, 2.0, 3.0, 0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g17_anExceptionInTheGeneratorReachesTheCaller(int workers) {
        List<Double> seen = new ArrayList<>();
        IllegalStateException mine = new IllegalStateException("no more tickets");
        int[] made = {0};
        Sequential model = compiled();
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
        assertThatThrownBy(() -> compiled().fitGenerator(Dataset.sequence(sequence), f -> f.workers(workers)))
                .isSameAs(mine);
    }

    /** Kotlin, Groovy and generic tricks throw checked exceptions where Java does not expect them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g17_aCheckedExceptionIsWrappedOnce(int workers) {
        IOException mine = new IOException("disk");
        assertThatThrownBy(() -> compiled()
                        .fitGenerator(
                                Dataset.generator(
                                        () -> FitGenerator_ThreadRowsTest.<Batch, RuntimeException>sneak(mine)),
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
        History history = compiled()
                .fitGenerator(
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
        History history = compiled()
                .fitGenerator(Feeds.ending(numbered(3)), f -> f.stepsPerEpoch(3).epochs(9));
        assertThat(history.epoch()).containsExactly(0);
        assertThat(history.stopReason()).isEqualTo("The generator ran out of data after 0 of 3 batches");
        refused(() -> compiled().fitGenerator(Feeds.ending(), f -> f.stepsPerEpoch(3)), "A generator has no batches");
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
        compiled()
                .fitGenerator(
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
        Sequential model = compiled();
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
        Sequential model = compiled();
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
