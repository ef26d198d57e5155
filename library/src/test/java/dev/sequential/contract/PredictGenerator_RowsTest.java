package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Predict_RowsTest.assertValues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.training.Progress;
import dev.sequential.training.RecordingSink;
import dev.sequential.training.Telling;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.6, predict_generator. The model doubles. */
@Timeout(60)
class PredictGenerator_RowsTest implements Rows {
    private static final Batch ONE = Batch.of(column(1, 2));
    private static final Batch TWO = Batch.of(column(3), column(99));

    @Test
    void pg0_silentUnlessSaidOtherwise() {
        Progress.install(() -> {
            throw new AssertionError("nothing is to be shown");
        });
        assertValues(line(2).predictGenerator(Feeds.generator(ONE), p -> p.steps(1)), 2, 4);
        refused(
                () -> line(2).predictGenerator(Dataset.of(column(1))),
                "predictGenerator takes Dataset.generator(…) or Dataset.sequence(…), but received Batch of x. Arrays are for predict.");
    }

    @Test
    void pg1a_batchesOfInputs() {
        assertValues(
                line(2).predictGenerator(Feeds.generator(ONE, Batch.of(column(5))), p -> p.steps(3)), 2, 4, 10, 2, 4);
        assertThat(line(2).predictGenerator(Feeds.generator(ONE), p -> p.steps(1)))
                .isEqualTo(line(2).predict(column(1, 2)));
    }

    @Test
    void pg1b_targetsDoNotMatterAndTheOrderStays() {
        for (int workers : new int[] {0, 1, 4}) {
            assertValues(
                    line(2).predictGenerator(Dataset.sequence(new Noting(TWO, ONE, TWO)), p -> p.workers(workers)),
                    6,
                    2,
                    4,
                    6);
        }
        assertValues(line(2).predictGenerator(Feeds.generator(TWO, ONE), p -> p.steps(2)), 6, 2, 4);
    }

    @Test
    void pg2a_exactlyThisManyBatches() {
        int[] made = {0};
        Dataset generator = Dataset.generator(() -> Batch.of(column(made[0]++)));
        assertValues(line(2).predictGenerator(generator, p -> p.steps(3).workers(0)), 0, 2, 4);
        assertThat(made[0]).isEqualTo(3);
        refused(() -> line(2).predictGenerator(generator, p -> p.steps(0)), "steps must be 1 or more, but received 0");
    }

    @Test
    void pg2b_aGeneratorNeedsThemAndASequenceHasItsLength() {
        assertValues(line(2).predictGenerator(Dataset.sequence(new Noting(ONE, TWO))), 2, 4, 6);
        refused(
                () -> line(2).predictGenerator(Feeds.generator(ONE)),
                "steps is missing: a generator has no end, so say how many batches to take");
        assertValues(line(2).predictGenerator(Feeds.ending(ONE, TWO), p -> p.steps(9)), 2, 4, 6);
        refused(() -> line(2).predictGenerator(Feeds.ending(), p -> p.steps(9)), "A generator has no batches");
    }

    @Test
    void pg3_callbacksAreToldOfPredictionsOnly() {
        List<String> told = new ArrayList<>();
        line(2).predictGenerator(Feeds.generator(ONE, TWO), p -> p.steps(2).callbacks(new Telling(told)));
        assertThat(told)
                .containsExactly(
                        "model",
                        "params {steps=2, batch_size=null, verbose=0, metrics=[]}",
                        "output",
                        "predict_begin {}",
                        "predict_batch_begin 0 {batch=0.0, size=2.0}",
                        "predict_batch_end 0 {batch=0.0, size=2.0} [2, 1]",
                        "predict_batch_begin 1 {batch=1.0, size=1.0}",
                        "predict_batch_end 1 {batch=1.0, size=1.0} [1, 1]",
                        "predict_end {}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void pg4_aGeneratorIsNeverFurtherAheadThanTheQueueHolds(int size) {
        AtomicInteger made = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        line(2).predictGenerator(
                        Dataset.generator(() -> Batch.of(column(made.incrementAndGet()))),
                        p -> p.steps(4).maxQueueSize(size).callbacks(Feeds.ahead(made, size, ahead)));
        assertThat(ahead).hasSize(4).allMatch(n -> n >= size && n <= size + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void pg5_workersOrTheThreadOfTheCall(int workers) {
        Noting sequence = new Noting(ONE, TWO, ONE);
        line(2).predictGenerator(Dataset.sequence(sequence), p -> p.workers(workers));
        String here = Thread.currentThread().getName();
        assertThat(sequence.threads)
                .allMatch(name -> workers == 0 ? name.equals(here) : name.startsWith("sequential-batches-"));
        assertThat(sequence.told).last().isEqualTo("end on " + here);
    }

    @Test
    void pg6_useMultiprocessingMakesNoDifference() {
        for (boolean use : new boolean[] {false, true}) {
            assertValues(
                    line(2).predictGenerator(
                                    Feeds.generator(ONE, TWO),
                                    p -> p.steps(2).workers(3).useMultiprocessing(use)),
                    2,
                    4,
                    6);
        }
    }

    @Test
    void pg7_verboseCountsSteps() {
        RecordingSink sink = new RecordingSink(true, false);
        Progress.install(() -> sink);
        line(2).predictGenerator(Feeds.generator(ONE), p -> p.steps(2).verbose(1));
        assertThat(sink.shown.get(0)).matches("~1/2 ━{20} \\S+ \\S+/step");
        assertThat(sink.shown.get(sink.shown.size() - 2)).matches("2/2 ━{20} \\S+ \\S+/step");
    }

    /** Keras's list for several outputs is {@code predictAll}. */
    @Test
    void pg8_aListForSeveralOutputs() {
        for (int steps : new int[] {1, 2}) {
            List<INDArray> outputs = twoOutputs().predictAll(Feeds.generator(ONE, TWO), p -> p.steps(steps));
            assertThat(outputs).hasSize(2);
            if (steps == 1) assertValues(outputs.get(1), 2, 4);
            else assertValues(outputs.get(1), 2, 4, 6);
        }
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void pg9_whatDoesNotFitIsRefused() {
        refused(
                () -> line(2).predictGenerator(
                                Feeds.generator(ONE, Batch.of(column(1, 2).reshape(1, 2))), p -> p.steps(2)),
                "Batch 2 of a generator: Model \"sequential\" expects x of shape (None, 1), but received shape (1, 2). Mend the data, or begin the model with Input.of(2).");
        refused(
                () -> line(2).predictGenerator(
                                Dataset.generator((Iterator)
                                        Stream.generate(() -> column(1)).iterator()),
                                p -> p.steps(1)),
                "A generator must give batches, such as Batch.of(x, y), but gave NDArray");
    }
}
