package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.training.Progress;
import dev.sequential.training.RecordingSink;
import dev.sequential.training.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 20.6, evaluate_generator. */
@Timeout(60)
class EvaluateGenerator_RowsTest implements Rows {
    @Test
    void eg0_silentUnlessSaidOtherwise() {
        Progress.install(() -> {
            throw new AssertionError("nothing is to be shown");
        });
        assertThat(naught().evaluateGenerator(Feeds.generator(batch(1, 3)), e -> e.steps(2))
                        .scalar())
                .isEqualTo(3);
        refused(
                () -> naught().evaluateGenerator(Dataset.of(column(1), column(1))),
                "evaluateGenerator takes Dataset.generator(…) or Dataset.sequence(…), but received Batch of x, y. Arrays are for evaluate.");
    }

    @Test
    void eg1a_batchesCountAsTheirRowsDoInEvaluate() {
        Batch weighted = Batch.of(column(0, 0), column(8, 2), vector(0.5, 2));
        double sum = 5 + 3 * 1 + (4 + 4); // Σ w l over 1 + 3 + 2 rows
        assertThat(naught().evaluateGenerator(Feeds.generator(batch(1, 5), batch(3, 1), weighted), e -> e.steps(3))
                        .loss())
                .isCloseTo(sum / 6, close());
        assertThat(naught().evaluate(Dataset.of(
                                column(0, 0, 0, 0, 0, 0), column(5, 1, 1, 1, 8, 2), vector(1, 1, 1, 1, 0.5, 2)))
                        .loss())
                .isCloseTo(sum / 6, close());
    }

    @Test
    void eg1b_aSequenceGivesEachBatchOnceInOrder() {
        Noting sequence = new Noting(batch(1, 1), batch(1, 2), batch(1, 6));
        assertThat(naught().evaluateGenerator(Dataset.sequence(sequence)).loss())
                .isEqualTo(3);
        assertThat(sequence.told)
                .containsExactly(
                        "begin", 0, 1, 2, "end on " + Thread.currentThread().getName());
    }

    @Test
    void eg2a_exactlyThisManyBatches() {
        int[] made = {0};
        Dataset generator = Dataset.generator(() -> batch(1, made[0]++));
        assertThat(naught().evaluateGenerator(generator, e -> e.steps(3).workers(0))
                        .loss())
                .isEqualTo(1);
        assertThat(made[0]).isEqualTo(3);
        assertThat(naught().evaluateGenerator(generator, e -> e.steps(2).workers(0))
                        .loss())
                .isEqualTo(3.5);
        refused(
                () -> naught().evaluateGenerator(generator, e -> e.steps(0)),
                "steps must be 1 or more, but received 0");
    }

    @Test
    void eg2b_aGeneratorNeedsThem() {
        refused(
                () -> naught().evaluateGenerator(Feeds.generator(batch(1, 0))),
                "steps is missing: a generator has no end, so say how many batches to take");
    }

    @Test
    void eg2b_aGeneratorThatEndsEarlyIsMeasuredAsFarAsItGoes() {
        RecordingSink sink = new RecordingSink(false, false);
        Progress.install(() -> sink);
        assertThat(naught().evaluateGenerator(Feeds.ending(batch(1, 2), batch(1, 4)), e -> e.steps(5))
                        .loss())
                .isEqualTo(3);
        assertThat(sink.shown).contains("The generator ran out of data after 2 of 5 batches");
        refused(() -> naught().evaluateGenerator(Feeds.ending(), e -> e.steps(5)), "A generator has no batches");
    }

    @Test
    void eg3_callbacksAreToldOfTestsOnly() {
        List<String> told = new ArrayList<>();
        naught().evaluateGenerator(
                        Feeds.generator(batch(2, 1), batch(3, 6)),
                        e -> e.steps(2).callbacks(new Telling(told)));
        assertThat(told)
                .containsExactly(
                        "model",
                        "params {steps=2, batch_size=null, verbose=0, metrics=[loss]}",
                        "output",
                        "test_begin {}",
                        "test_batch_begin 0 {batch=0.0, size=2.0}",
                        "test_batch_end 0 {batch=0.0, size=2.0, loss=1.0}",
                        "test_batch_begin 1 {batch=1.0, size=3.0}",
                        "test_batch_end 1 {batch=1.0, size=3.0, loss=4.0}",
                        "test_end {loss=4.0}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void eg4_aGeneratorIsNeverFurtherAheadThanTheQueueHolds(int size) {
        AtomicInteger made = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        naught().evaluateGenerator(
                        Dataset.generator(() -> batch(1, made.incrementAndGet())),
                        e -> e.steps(4).maxQueueSize(size).callbacks(Feeds.ahead(made, size, ahead)));
        assertThat(ahead).hasSize(4).allMatch(n -> n >= size && n <= size + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void eg5_workersOrTheThreadOfTheCall(int workers) {
        Noting sequence = new Noting(batch(1, 1), batch(1, 2), batch(1, 6));
        assertThat(naught().evaluateGenerator(Dataset.sequence(sequence), e -> e.workers(workers))
                        .loss())
                .isEqualTo(3);
        String here = Thread.currentThread().getName();
        assertThat(sequence.threads)
                .allMatch(name -> workers == 0 ? name.equals(here) : name.startsWith("sequential-batches-"));
    }

    @Test
    void eg6_useMultiprocessingMakesNoDifferenceButAWarning() {
        for (boolean use : new boolean[] {false, true}) {
            RecordingSink sink = new RecordingSink(false, false);
            Progress.install(() -> sink);
            assertThat(naught().evaluateGenerator(
                                    Feeds.generator(batch(1, 1), batch(3, 5)),
                                    e -> e.steps(2)
                                            .workers(3)
                                            .useMultiprocessing(use)
                                            .verbose(1))
                            .loss())
                    .isEqualTo(4);
            assertThat(sink.shown)
                    .filteredOn(t -> t.startsWith("useMultiprocessing has no effect"))
                    .hasSize(use ? 1 : 0);
        }
    }

    @Test
    void eg7_verboseCountsSteps() {
        RecordingSink sink = new RecordingSink(true, false);
        Progress.install(() -> sink);
        naught().evaluateGenerator(Feeds.generator(batch(7, 3)), e -> e.steps(2).verbose(1));
        assertThat(sink.shown.get(0)).matches("~1/2 ━{20} \\S+ \\S+/step - loss: 3\\.0000");
        assertThat(sink.shown.get(sink.shown.size() - 2)).matches("2/2 ━{20} \\S+ \\S+/step - loss: 3\\.0000");
    }

    @Test
    void eg8_theLossIsTheMeanOverAllBatchesNotTheLast() {
        Scores scores = naught("mse")
                .evaluateGenerator(Feeds.generator(batch(2, 1), batch(2, 2), batch(1, 6)), e -> e.steps(3));
        assertThat(scores.loss()).isCloseTo(2.4, close());
        assertThat(scores.get("mse")).isCloseTo((2 + 8 + 36) / 5.0, close());
        assertThat(naught().evaluateGenerator(Feeds.generator(batch(2, 1)), e -> e.steps(1))
                        .scalar())
                .isEqualTo(1);
        Model two = twoOutputs();
        two.compile(STILL, "mae");
        Batch both = Batch.of(column(1, 1), List.of(column(0, 0), column(0, 0)));
        Scores several = two.evaluateGenerator(Feeds.generator(both), e -> e.steps(2));
        assertThat(List.copyOf(several.asMap().keySet())).isEqualTo(two.metricsNames());
        assertThat(several.values()).containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void eg9_whatDoesNotFitIsRefused() {
        refused(
                () -> naught().evaluateGenerator(Feeds.generator(Batch.of(column(1))), e -> e.steps(1)),
                "Batch 1 of a generator: y is missing: the loss compares the outputs [line] with it");
        refused(
                () -> naught().evaluateGenerator(
                                Dataset.sequence(new Noting(batch(1, 0), Batch.of(column(1, 2), column(1)))), e -> {}),
                "Batch 2 of a Sequence: x has 2 rows, but y has 1. Each sample needs its target.");
        IllegalStateException mine = new IllegalStateException("mine");
        assertThatThrownBy(() -> naught().evaluateGenerator(
                                Dataset.generator(() -> {
                                    if (mine != null) throw mine;
                                    return batch(1, 1);
                                }),
                                e -> e.steps(1)))
                .isSameAs(mine);
    }
}
