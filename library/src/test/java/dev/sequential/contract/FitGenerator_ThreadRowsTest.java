package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Feeds.numbered;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.Sequential;
import dev.sequential.callbacks.Callback;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.contract.Feeds.Noting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static List<Double> numbers(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(i -> (double) i).toList();
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "1, 1", "3, 4", "1, 4"})
    void f16_aGeneratorIsNeverFurtherAheadThanTheQueueHolds(int size, int workers) {
        AtomicInteger made = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        naught().fit(
                        Dataset.generator(() -> batch(1, made.incrementAndGet())),
                        f -> f.stepsPerEpoch(5)
                                .maxQueueSize(size)
                                .workers(workers)
                                .callbacks(Feeds.ahead(made, size, ahead)));
        assertThat(ahead).hasSize(5).allMatch(n -> n >= size && n <= size + workers);
        refused(
                () -> naught().fit(
                                Feeds.generator(batch(1, 0)),
                                f -> f.stepsPerEpoch(1).maxQueueSize(0)),
                "maxQueueSize must be 1 or more, but received 0");
    }

    @Test
    void g10_theDefaultIsTen() {
        AtomicInteger made = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        naught().fitGenerator(
                        Dataset.generator(() -> batch(1, made.incrementAndGet())),
                        f -> f.stepsPerEpoch(3).callbacks(Feeds.ahead(made, 10, ahead)));
        assertThat(ahead).hasSize(3).allMatch(n -> n >= 10 && n <= 11);
    }

    private static Set<String> threads(java.util.function.Consumer<dev.sequential.FitBuilder> options) {
        Set<String> threads = Collections.synchronizedSet(new TreeSet<>());
        naught().fit(
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
        naught().fit(
                        Dataset.generator(() -> batch(1, made[0]++)),
                        f -> f.stepsPerEpoch(4).workers(0).callbacks(counting));
        assertThat(atBatch).containsExactly(1, 2, 3, 4);
        refused(() -> threads(f -> f.workers(-1)), "workers must be 0 or more, but received -1");
    }

    @Test
    void g11_aSequenceIsAskedByWorkersOrHere() {
        for (int workers : new int[] {0, 1, 4}) {
            Noting sequence = new Noting(numbered(12));
            naught().fitGenerator(Dataset.sequence(sequence), f -> f.workers(workers));
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
        naught().fit(
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
        naught().fit(
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
        naught().fitGenerator(
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
        naught().fitGenerator(
                        Dataset.generator(() -> {
                            if (made[0] == 2) third.countDown();
                            return batch(1, made[0]++);
                        }),
                        f -> f.stepsPerEpoch(3).callbacks(slow));
        assertThat(made[0]).isGreaterThanOrEqualTo(3);
    }

    @Test
    void f18_useMultiprocessingChangesNothingButAWarning() {
        Sequential threads = naught();
        Sequential processes = naught();
        for (boolean use : new boolean[] {false, true}) {
            History one = naught().fit(
                            Feeds.generator(numbered(3)),
                            f -> f.stepsPerEpoch(3).useMultiprocessing(use));
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
        History sequence = naught().fitGenerator(
                        Dataset.sequence(new Noting(numbered(3))),
                        f -> f.workers(2).useMultiprocessing(true));
        assertThat(sequence.warnings()).isEmpty();
        assertThat(sequence.history().get("loss")).containsExactly(1.0);
        History generator = naught().fitGenerator(
                        Feeds.generator(numbered(3)),
                        f -> f.stepsPerEpoch(3).workers(2).useMultiprocessing(true));
        assertThat(generator.warnings()).hasSize(1);
        assertThat(generator.history().get("loss")).containsExactly(1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void g13a_batchesOfASequenceComeInANewOrderEachEpoch(int workers) {
        List<Double> seen = new ArrayList<>();
        naught().fitGenerator(
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
        naught().fitGenerator(
                        Dataset.sequence(new Noting(numbered(4))),
                        f -> f.stepsPerEpoch(3).epochs(2).callbacks(losses(seen)));
        assertThat(seen).containsExactly(0.0, 1.0, 2.0, 3.0, 0.0, 1.0);
    }
}
