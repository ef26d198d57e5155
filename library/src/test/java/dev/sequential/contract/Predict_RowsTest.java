package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.tooEarly;
import static dev.sequential.contract.Fixtures.twoInputs;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Predict;
import dev.sequential.Sequential;
import dev.sequential.callbacks.Callback;
import dev.sequential.contract.Feeds.Noting;
import dev.sequential.data.Queueing;
import dev.sequential.layers.Dropout;
import dev.sequential.training.Progress;
import dev.sequential.training.RecordingSink;
import dev.sequential.training.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.4, predict. The model doubles. */
@Timeout(60)
class Predict_RowsTest implements Rows {
    private static final INDArray X = column(1, 2, 3);

    static void assertValues(INDArray actual, double... expected) {
        assertThat(actual.shape()).containsExactly(expected.length, 1);
        assertThat(actual.ravel().toDoubleVector()).containsExactly(expected);
    }

    @Test
    void p0_defaultsAreSilent() {
        assertThat(Predict.of(p -> {}))
                .isEqualTo(new Predict(
                        OptionalInt.empty(), 0, OptionalInt.empty(), List.of(), new Queueing(10, 1, false)));
        Progress.install(() -> {
            throw new AssertionError("nothing is to be shown");
        });
        line(2).predict(X);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 32, 50})
    void p1_theBatchSizeMakesNoDifferenceAndRowsStayInOrder(int batch) {
        double[] expected = counted(50).mul(2).ravel().toDoubleVector();
        assertValues(line(2).predict(counted(50), p -> p.batchSize(batch)), expected);
    }

    @Test
    void p2a_anArray() {
        assertValues(line(2).predict(X), 2, 4, 6);
        assertValues(line(2).predict(new int[] {1, 2, 3}), 2, 4, 6);
        assertValues(line(2).predict(List.of(1, 2.5, 3)), 2, 5, 6);
    }

    @Test
    void p2b_aListForSeveralInputs() {
        assertValues(twoInputs().predict(List.of(X, column(10, 20, 30))), 21, 42, 63);
    }

    @Test
    void p2c_aMapByTheNamesOfInputs() {
        assertValues(twoInputs().predict(Map.of("input_2", column(10), "input_1", column(1))), 21);
        refused(() -> twoInputs().predict(Map.of("input_2", X)), "x has no array for input \"input_1\" of the model");
    }

    @Test
    void p2d_generatorsAndSequencesWhoseTargetsDoNotMatter() {
        Batch[] batches = {
            Batch.of(column(1, 2)), Batch.of(column(3), column(9, 9)), Batch.of(column(4), column(9), vector(1, 2, 3))
        };
        assertValues(line(2).predict(Feeds.generator(batches), p -> p.steps(4)), 2, 4, 6, 8, 2, 4);
        assertValues(line(2).predict(Dataset.sequence(new Noting(batches))), 2, 4, 6, 8);
        assertValues(line(2).predict(Dataset.of(X, column(9))), 2, 4, 6);
        refused(
                () -> line(2).predict(Feeds.generator(Batch.of(X))),
                "steps is missing: a generator has no end, so say how many batches to take");
    }

    @Test
    void p2e_nothingIsRefused() {
        refused(() -> line(2).predict((Object) null), "x must not be null");
        refused(() -> line(2).predict((Dataset) null), "data must not be null");
    }

    @Test
    void p3_batchesAre32RowsUnlessSaidOtherwise() {
        List<String> told = new ArrayList<>();
        line(2).predict(counted(40), p -> p.callbacks(new Telling(told)));
        assertThat(told)
                .filteredOn(t -> t.startsWith("predict_batch_begin"))
                .containsExactly(
                        "predict_batch_begin 0 {batch=0.0, size=32.0}", "predict_batch_begin 1 {batch=1.0, size=8.0}");
        refused(() -> line(2).predict(X, p -> p.batchSize(0)), "batchSize must be 1 or more, but received 0");
        refused(
                () -> line(2).predict(
                                Feeds.generator(Batch.of(X)), p -> p.steps(1).batchSize(2)),
                "batchSize is for arrays; it has no meaning for a generator, whose batches are as they come");
    }

    @Test
    void p4_verbose1IsABarWithoutValues() {
        RecordingSink sink = new RecordingSink(true, false);
        Progress.install(() -> sink);
        line(2).predict(X, p -> p.batchSize(2).verbose(1));
        assertThat(sink.shown.get(0)).matches("~1/2 ━{20} \\S+ \\S+/step");
        assertThat(sink.shown.get(sink.shown.size() - 2)).matches("2/2 ━{20} \\S+ \\S+/step");
    }

    @Test
    void p5_stepsLimitTheBatches() {
        assertValues(line(2).predict(counted(50), p -> p.batchSize(2).steps(2)), 0, 2, 4, 6);
        assertValues(line(2).predict(X, p -> p.steps(9)), 2, 4, 6);
        refused(() -> line(2).predict(X, p -> p.steps(0)), "steps must be 1 or more, but received 0");
    }

    @Test
    void p6_callbacksAreToldOfPredictionsWithTheirOutputs() {
        List<String> told = new ArrayList<>();
        Callback outputs = new Callback() {
            @Override
            public void onPredictBatchEnd(int batch, Map<String, Double> logs, List<INDArray> made) {
                told.add(batch + " "
                        + made.stream()
                                .map(a -> List.of(a.ravel().toDoubleVector()[0]))
                                .toList());
            }
        };
        line(2).predict(X, p -> p.batchSize(2).callbacks(new Telling(told), outputs));
        assertThat(told)
                .containsExactly(
                        "model",
                        "params {steps=2, batch_size=2, samples=3, verbose=0, metrics=[]}",
                        "output",
                        "predict_begin {}",
                        "predict_batch_begin 0 {batch=0.0, size=2.0}",
                        "predict_batch_end 0 {batch=0.0, size=2.0} [2, 1]",
                        "0 [[2.0]]",
                        "predict_batch_begin 1 {batch=1.0, size=1.0}",
                        "predict_batch_end 1 {batch=1.0, size=1.0} [1, 1]",
                        "1 [[6.0]]",
                        "predict_end {}");
    }

    @Test
    void p7_aGeneratorIsNeverFurtherAheadThanTheQueueHolds() {
        for (int size : new int[] {10, 2}) {
            AtomicInteger made = new AtomicInteger();
            List<Integer> ahead = new ArrayList<>();
            line(2).predict(Dataset.generator(() -> Batch.of(column(made.incrementAndGet()))), p -> {
                p.steps(4).callbacks(Feeds.ahead(made, size, ahead));
                if (size != 10) p.maxQueueSize(size);
            });
            assertThat(ahead).hasSize(4).allMatch(n -> n >= size && n <= size + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void p8_workersOrTheThreadOfTheCallMakeBatchesInOrder(int workers) {
        Noting sequence =
                new Noting(Batch.of(column(1)), Batch.of(column(2)), Batch.of(column(3)), Batch.of(column(4)));
        assertValues(line(2).predict(Dataset.sequence(sequence), p -> p.workers(workers)), 2, 4, 6, 8);
        String here = Thread.currentThread().getName();
        assertThat(sequence.threads)
                .allMatch(name -> workers == 0 ? name.equals(here) : name.startsWith("sequential-batches-"));
    }

    @Test
    void p9_useMultiprocessingMakesNoDifference() {
        for (boolean use : new boolean[] {false, true}) {
            assertValues(
                    line(2).predict(
                                    Feeds.generator(Batch.of(X)),
                                    p -> p.steps(2).workers(3).useMultiprocessing(use)),
                    2,
                    4,
                    6,
                    2,
                    4,
                    6);
        }
    }

    @Test
    void p10_anArrayForOneOutputAndAListForSeveral() {
        Model two = twoOutputs();
        List<INDArray> outputs = two.predictAll(X);
        assertThat(outputs).hasSize(2);
        assertValues(outputs.get(0), 1, 2, 3);
        assertValues(outputs.get(1), 2, 4, 6);
        assertThat(line(2).predictAll(X)).hasSize(1);
        tooEarly(
                () -> two.predict(X),
                "Model \"functional\" has 2 outputs: [out_a, out_b]. Use predictAll to get them all.");
    }

    @Test
    void p11a_whatDoesNotFitIsRefused() {
        refused(
                () -> line(2).predict(matrix(new double[] {1, 2})),
                "Model \"sequential\" expects x of shape (None, 1), but received shape (1, 2). Mend the data, or begin the model with Input.of(2).");
        refused(
                () -> twoInputs().predict(X),
                "x is one array, but the model has 2 inputs: [input_1, input_2]. Give one for each in a Dataset.");
        refused(
                () -> twoInputs().predict(List.of(X, column(1))),
                "All arrays of x must have the same number of rows, but \"input_1\" has 3 and \"input_2\" has 1");
    }

    @Test
    void p12_noCompilationIsNeeded() {
        assertValues(line(2).predict(X), 2, 4, 6);
        Sequential dropping = Sequential.of(Input.of(1), Dropout.of(0.9));
        assertValues(dropping.predict(X), 1, 2, 3);
    }
}
