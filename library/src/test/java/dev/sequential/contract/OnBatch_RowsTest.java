package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.counted;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.naught;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.series;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.timeLine;
import static dev.sequential.contract.Fixtures.tooEarly;
import static dev.sequential.contract.Fixtures.twoInputs;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.optimizers.SGD;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.5: train_on_batch, test_on_batch, predict_on_batch. Predictions are 0, so that losses are targets. */
class OnBatch_RowsTest implements Rows {
    private static final INDArray X = column(0, 0, 0, 0);
    private static final INDArray Y = column(1, 2, 3, 4);
    private static final INDArray STEPS = series(1, 2, 3, 4, 5, 6);
    private static final INDArray PATTERN = matrix(new double[] {1, 1, 0}, new double[] {0, 1, 1});

    @Test
    void t0_oneUpdateOnTheWholeBatch() {
        Sequential model = line(0);
        model.compile(SGD.of(0.1), "mae");
        model.trainOnBatch(counted(100).mul(0).add(1), counted(100).add(1));
        assertThat(model.iterations()).isEqualTo(1);
        assertThat(slope(model)).isCloseTo(0.1, close());
    }

    @Test
    void t1a_anArray() {
        assertThat(naught().trainOnBatch(X, Y).scalar()).isEqualTo(2.5);
        assertThat(naught().trainOnBatch(new double[4], new double[] {1, 2, 3, 4})
                        .scalar())
                .isEqualTo(2.5);
        assertThat(naught().trainOnBatch(Dataset.of(X, Y)).scalar()).isEqualTo(2.5);
    }

    @Test
    void t1b_aListForSeveralInputs() {
        Model model = twoInputs();
        model.compile(STILL, "mae");
        assertThat(model.trainOnBatch(List.of(column(1), column(10)), column(0)).loss())
                .isEqualTo(21);
    }

    @Test
    void t1c_aMapByTheNamesOfInputs() {
        Model model = twoInputs();
        model.compile(STILL, "mae");
        assertThat(model.trainOnBatch(Map.of("input_2", column(10), "input_1", column(1)), column(0))
                        .loss())
                .isEqualTo(21);
        refused(
                () -> model.trainOnBatch(Map.of("input_1", column(1)), column(0)),
                "x has no array for input \"input_2\" of the model");
    }

    @Test
    void t2a_targetsAsAnArray() {
        assertThat(naught().trainOnBatch(X, List.of(1, 2, 3, 4)).loss()).isEqualTo(2.5);
        refused(() -> naught().trainOnBatch(X, column(1)), "x has 4 rows, but y has 1. Each sample needs its target.");
        refused(
                () -> naught().trainOnBatch(Feeds.generator(Batch.of(X, Y))),
                "trainOnBatch takes the arrays of one batch, but received Dataset of a generator");
    }

    @Test
    void t2b_targetsAsListAndMap() {
        Model model = twoOutputs();
        model.compile(STILL, "mae");
        INDArray x = column(1, 2);
        INDArray zero = column(0, 0);
        assertThat(model.trainOnBatch(x, List.of(zero, zero)).values()).containsExactly(4.5, 1.5, 3.0);
        assertThat(model.trainOnBatch(x, Map.of("out_b", zero, "out_a", zero)).values())
                .containsExactly(4.5, 1.5, 3.0);
    }

    @Test
    void t3a_sampleWeightsWeighLossAndUpdate() {
        Sequential model = line(0);
        model.compile(SGD.of(0.1), "mae");
        Scores scores = model.trainOnBatch(column(1, 1, 1, 1), Y, b -> b.sampleWeight(vector(1, 0, 2, 0.5)));
        assertThat(scores.loss()).isCloseTo(2.25, close());
        assertThat(slope(model)).isCloseTo(0.1 * 3.5 / 4, close());
    }

    @Test
    void t3b_weightsOfTimeSteps() {
        Sequential model = timeLine(1);
        model.compile(c -> c.optimizer(STILL).loss("mae").sampleWeightMode("temporal"));
        assertThat(model.trainOnBatch(STEPS, STEPS.mul(0), b -> b.sampleWeight(PATTERN))
                        .loss())
                .isCloseTo(14 / 6.0, close());
        model.compile(STILL, "mae");
        refused(
                () -> model.trainOnBatch(STEPS, STEPS.mul(0), b -> b.sampleWeight(PATTERN)),
                "sampleWeight must be one number a sample, shape (2,), but received shape (2, 3)."
                        + " For weights of time steps compile with sampleWeightMode(\"temporal\").");
    }

    @Test
    void t4_classWeightsAloneAndTimesSampleWeights() {
        INDArray y = column(0, 1, 1);
        INDArray x = column(1, 1, 1);
        Sequential model = line(3); // errors 3, 2, 2
        model.compile(STILL, "mae");
        Map<Integer, Integer> classes = Map.of(0, 1, 1, 2);
        assertThat(model.trainOnBatch(x, y, b -> b.classWeight(classes)).loss()).isCloseTo((3 + 4 + 4) / 3.0, close());
        // products 1, 1, 2
        assertThat(model.trainOnBatch(x, y, b -> b.classWeight(classes).sampleWeight(vector(1, 0.5, 1)))
                        .loss())
                .isCloseTo((3 + 2 + 4) / 3.0, close());
        refused(
                () -> model.trainOnBatch(x, y, b -> b.classWeight(Map.of(0, 1))),
                "classWeight has no weight for classes [1], which occur in y; it has [0]");
        // only what occurs in this batch
        model.trainOnBatch(column(1), column(0), b -> b.classWeight(Map.of(0, 1)));
    }

    @Test
    void t5a_metricsAreOfThisBatchOnly() {
        Sequential model = naught("mse");
        model.trainOnBatch(column(0), column(10), b -> b.resetMetrics(false));
        assertThat(model.trainOnBatch(column(0), column(2)).values()).containsExactly(2.0, 4.0);
        assertThat(model.trainOnBatch(column(0), column(3)).values()).containsExactly(3.0, 9.0);
    }

    @Test
    void t5b_metricsGoOnAndTheLossIsOfThisBatch() {
        Sequential model = naught("mse");
        assertThat(model.trainOnBatch(column(0), column(1), b -> b.resetMetrics(false))
                        .values())
                .containsExactly(1.0, 1.0);
        assertThat(model.trainOnBatch(column(0, 0, 0), column(2, 2, 2), b -> b.resetMetrics(false))
                        .values())
                .containsExactly(2.0, (1 + 3 * 4) / 4.0);
        model.resetMetrics();
        assertThat(model.trainOnBatch(column(0), column(3), b -> b.resetMetrics(false))
                        .values())
                .containsExactly(3.0, 9.0);
    }

    /** As Keras 3 does with its reset switched off: golden case {@code on_batch_keeping_metrics}. */
    @Test
    void t5b_metricsGoOnFromTheLastBatchThatWasAlone() {
        Sequential model = naught("mse");
        model.trainOnBatch(column(0), column(100), b -> b.resetMetrics(false));
        model.trainOnBatch(column(0), column(2));
        assertThat(model.trainOnBatch(column(0), column(4), b -> b.resetMetrics(false))
                        .values())
                .containsExactly(4.0, (4 + 16) / 2.0);
    }

    @Test
    void t5b_lossesOfOutputsAreOfThisBatchToo() {
        Model model = twoOutputs();
        model.compile(STILL, "mae", "mse");
        INDArray zero = column(0);
        model.trainOnBatch(column(10), List.of(zero, zero), b -> b.resetMetrics(false));
        Scores scores = model.trainOnBatch(column(1), List.of(zero, zero), b -> b.resetMetrics(false));
        assertThat(scores.values()).containsExactly(3.0, 1.0, 2.0, (100 + 1) / 2.0, (400 + 4) / 2.0);
    }

    @Test
    void t6_aNumberOrAListLabelledByMetricsNames() {
        assertThat(naught().trainOnBatch(X, Y).scalar()).isEqualTo(2.5);
        Model model = twoOutputs();
        model.compile(c -> c.optimizer(STILL).loss("mae").metrics(Map.of("out_b", "mse")));
        Scores scores = model.trainOnBatch(X, List.of(Y, Y));
        assertThat(List.copyOf(scores.asMap().keySet()))
                .isEqualTo(model.metricsNames())
                .containsExactly("loss", "out_a_loss", "out_b_loss", "out_b_mse");
        assertThat(scores.values()).containsExactly(5.0, 2.5, 2.5, 7.5);
    }

    @Test
    void t7_aModelThatIsNotCompiledIsRefused() {
        tooEarly(
                () -> line(0).trainOnBatch(X, Y),
                "Model \"sequential\" is not compiled. Call compile(optimizer, loss) before trainOnBatch.");
        tooEarly(
                () -> line(0).testOnBatch(X, Y),
                "Model \"sequential_1\" is not compiled. Call compile(optimizer, loss) before testOnBatch.");
    }
}
