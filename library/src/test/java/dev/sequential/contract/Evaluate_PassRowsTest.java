package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
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
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.3, evaluate: batches, what is shown and told, and threads. The loss of a row is its target. */
@Timeout(60)
class Evaluate_PassRowsTest implements Rows {
    private static final INDArray X = column(0, 0, 0, 0);
    private static final INDArray Y = column(1, 2, 3, 4);

    private static Batch batch(double... targets) {
        return Batch.of(column(new double[targets.length]), column(targets));
    }

    @Test
    void e5_batchesAre32RowsUnlessSaidOtherwise() {
        List<String> told = new ArrayList<>();
        naught().evaluate(counted(70), counted(70), e -> e.callbacks(new Telling(told)));
        assertThat(told)
                .filteredOn(t -> t.startsWith("test_batch_begin"))
                .containsExactly(
                        "test_batch_begin 0 {batch=0.0, size=32.0}",
                        "test_batch_begin 1 {batch=1.0, size=32.0}",
                        "test_batch_begin 2 {batch=2.0, size=6.0}");
        refused(() -> naught().evaluate(X, Y, e -> e.batchSize(0)), "batchSize must be 1 or more, but received 0");
        refused(
                () -> naught().evaluate(
                                Feeds.generator(batch(1)), e -> e.steps(1).batchSize(2)),
                "batchSize is for arrays; it has no meaning for a generator, whose batches are as they come");
    }

    @Test
    void e6_verbose() {
        for (int verbose = 0; verbose <= 2; verbose++) {
            int level = verbose;
            RecordingSink sink = new RecordingSink(true, false);
            Progress.install(() -> sink);
            naught().evaluate(X, Y, e -> e.verbose(level).batchSize(2));
            if (level == 0) assertThat(sink.shown).isEmpty();
            if (level == 1) {
                assertThat(sink.shown.get(0))
                        .startsWith("~1/2 ━━━━━━━━━━━━━━━━━━━━ ")
                        .endsWith(" - loss: 1.5000");
                assertThat(sink.shown.get(sink.shown.size() - 2))
                        .startsWith("2/2 ━━━━━━━━━━━━━━━━━━━━ ")
                        .endsWith(" - loss: 2.5000");
            }
            if (level == 2)
                assertThat(String.join("\n", sink.shown)).matches("2/2 - \\S+ - \\S+ - loss: 2\\.5000\nclosed");
        }
        refused(
                () -> naught().evaluate(X, Y, e -> e.verbose(-1)),
                "verbose must be 0 (silent), 1 (a bar) or 2 (a line an epoch), but received -1");
    }

    @Test
    void e8_stepsLimitTheBatches() {
        assertThat(naught().evaluate(X, Y, e -> e.batchSize(1).steps(2)).loss()).isEqualTo(1.5);
        assertThat(naught().evaluate(X, Y, e -> e.batchSize(1)).loss()).isEqualTo(2.5);
        assertThat(naught().evaluate(X, Y, e -> e.steps(99)).loss()).isEqualTo(2.5);
        refused(() -> naught().evaluate(X, Y, e -> e.steps(0)), "steps must be 1 or more, but received 0");
    }

    @Test
    void e9_callbacksAreToldOfTestsOnly() {
        List<String> told = new ArrayList<>();
        naught().evaluate(X, Y, e -> e.batchSize(3).callbacks(new Telling(told)));
        assertThat(told)
                .containsExactly(
                        "model",
                        "params {steps=2, batch_size=3, samples=4, verbose=1, metrics=[loss]}",
                        "output",
                        "test_begin {}",
                        "test_batch_begin 0 {batch=0.0, size=3.0}",
                        "test_batch_end 0 {batch=0.0, size=3.0, loss=2.0}",
                        "test_batch_begin 1 {batch=1.0, size=1.0}",
                        "test_batch_end 1 {batch=1.0, size=1.0, loss=2.5}",
                        "test_end {loss=2.5}");
    }

    @Test
    void e10_aGeneratorIsNeverFurtherAheadThanTheQueueHolds() {
        for (int size : new int[] {10, 2}) {
            AtomicInteger made = new AtomicInteger();
            List<Integer> ahead = new ArrayList<>();
            naught().evaluate(Dataset.generator(() -> batch(made.incrementAndGet())), e -> {
                e.steps(4).callbacks(Feeds.ahead(made, size, ahead));
                if (size != 10) e.maxQueueSize(size);
            });
            assertThat(ahead).hasSize(4).allMatch(n -> n >= size && n <= size + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void e11_workersOrTheThreadOfTheCallMakeBatchesInOrder(int workers) {
        Noting sequence = new Noting(batch(1), batch(2), batch(3), batch(4));
        List<String> told = new ArrayList<>();
        naught().evaluate(Dataset.sequence(sequence), e -> e.workers(workers).callbacks(new Telling(told)));
        String here = Thread.currentThread().getName();
        assertThat(sequence.threads)
                .allMatch(name -> workers == 0 ? name.equals(here) : name.startsWith("sequential-batches-"));
        assertThat(told)
                .filteredOn(t -> t.startsWith("test_batch_end"))
                .extracting(t -> t.replaceAll(".*loss=", ""))
                .containsExactly("1.0}", "1.5}", "2.0}", "2.5}");
        assertThat(sequence.told).last().isEqualTo("end on " + here);
    }

    @Test
    void e12_useMultiprocessingMakesNoDifference() {
        for (boolean use : new boolean[] {false, true}) {
            assertThat(naught().evaluate(
                                    Feeds.generator(batch(1, 2, 3), batch(4)),
                                    e -> e.steps(2).workers(3).useMultiprocessing(use))
                            .loss())
                    .isEqualTo(2.5);
        }
    }
}
