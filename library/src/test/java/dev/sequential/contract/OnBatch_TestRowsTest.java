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
import static dev.sequential.contract.Fixtures.timeLine;
import static dev.sequential.contract.Fixtures.tooEarly;
import static dev.sequential.contract.Fixtures.twoInputs;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static dev.sequential.contract.Predict_RowsTest.assertValues;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.layers.Dropout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.5: test_on_batch and predict_on_batch. Predictions are 0, so that losses are targets. */
class OnBatch_TestRowsTest implements Rows {
    private static final INDArray X = column(0, 0, 0, 0);
    private static final INDArray Y = column(1, 2, 3, 4);
    private static final INDArray STEPS = series(1, 2, 3, 4, 5, 6);
    private static final INDArray PATTERN = matrix(new double[] {1, 1, 0}, new double[] {0, 1, 1});

    @Test
    void s0_aTestChangesNothing() {
        Sequential model = line(0.123456789);
        model.compile("adam", "mse");
        INDArray before = model.getWeights().get(0);
        model.testOnBatch(column(1, 2), column(5, 7));
        assertThat(model.getWeights().get(0)).isEqualTo(before);
        assertThat(model.iterations()).isZero();
    }

    @Test
    void s1_inputsInEveryForm() {
        Model model = twoInputs();
        model.compile(STILL, "mae");
        assertThat(model.testOnBatch(List.of(column(1), column(10)), column(0)).loss())
                .isEqualTo(21);
        assertThat(model.testOnBatch(Map.of("input_2", column(10), "input_1", column(1)), column(0))
                        .loss())
                .isEqualTo(21);
        assertThat(naught().testOnBatch(X, Y).loss()).isEqualTo(2.5);
        assertThat(naught().testOnBatch(Dataset.of(X, Y)).loss()).isEqualTo(2.5);
    }

    @Test
    void s2_targetsInEveryForm() {
        Model model = twoOutputs();
        model.compile(STILL, "mae");
        INDArray zero = column(0, 0);
        assertThat(model.testOnBatch(column(1, 2), List.of(zero, zero)).values())
                .containsExactly(4.5, 1.5, 3.0);
        assertThat(model.testOnBatch(column(1, 2), Map.of("out_b", zero, "out_a", zero))
                        .values())
                .containsExactly(4.5, 1.5, 3.0);
        assertThat(naught().testOnBatch(X, vector(1, 2, 3, 4)).loss()).isEqualTo(2.5);
    }

    @Test
    void s3a_sampleWeights() {
        assertThat(naught().testOnBatch(X, Y, b -> b.sampleWeight(vector(1, 0, 2, 0.5)))
                        .loss())
                .isCloseTo(2.25, close());
        refused(
                () -> naught().testOnBatch(X, Y, b -> b.classWeight(Map.of(1, 1))),
                "classWeight is for training; testOnBatch has no use for it");
    }

    @Test
    void s3b_weightsOfTimeSteps() {
        Sequential model = timeLine(1);
        model.compile(c -> c.optimizer(STILL).loss("mae").sampleWeightMode("temporal"));
        assertThat(model.testOnBatch(STEPS, STEPS.mul(0), b -> b.sampleWeight(PATTERN))
                        .loss())
                .isCloseTo(14 / 6.0, close());
        model.compile(STILL, "mae");
        refused(
                () -> model.testOnBatch(STEPS, STEPS.mul(0), b -> b.sampleWeight(PATTERN)),
                "sampleWeight must be one number a sample, shape (2,), but received shape (2, 3)."
                        + " For weights of time steps compile with sampleWeightMode(\"temporal\").");
    }

    @Test
    void s4_metricsOfThisBatchOrOfSeveral() {
        Sequential model = naught("mse");
        model.testOnBatch(column(0), column(10), b -> b.resetMetrics(false));
        assertThat(model.testOnBatch(column(0), column(2), b -> b.resetMetrics(false))
                        .values())
                .containsExactly(2.0, (100 + 4) / 2.0);
        assertThat(model.testOnBatch(column(0), column(3)).values()).containsExactly(3.0, 9.0);
    }

    @Test
    void s5_aNumberOrAListLabelledByMetricsNames() {
        assertThat(naught().testOnBatch(X, Y).scalar()).isEqualTo(2.5);
        Sequential model = naught("mse", "acc");
        Scores scores = model.testOnBatch(X, Y);
        assertThat(List.copyOf(scores.asMap().keySet())).isEqualTo(model.metricsNames());
        assertThat(scores.values()).containsExactly(2.5, 7.5, 0.0);
        tooEarly(scores::scalar, "There are 3 scores, not one: [loss, mse, acc]");
    }

    @Test
    void b0_predictsAsPredictDoes() {
        Sequential model = line(2);
        assertValues(model.predictOnBatch(column(1, 2, 3)), 2, 4, 6);
        assertThat(model.predictOnBatch(counted(50))).isEqualTo(model.predict(counted(50), p -> p.batchSize(7)));
        assertValues(Sequential.of(Input.of(1), Dropout.of(0.9)).predictOnBatch(column(1, 2, 3)), 1, 2, 3);
        assertValues(twoInputs().predictOnBatch(List.of(column(1), column(10))), 21);
        assertValues(twoInputs().predictOnBatch(Map.of("input_2", column(10), "input_1", column(1))), 21);
        refused(
                () -> model.predictOnBatch(matrix(new double[] {1, 2})),
                "Model \"sequential\" expects x of shape (None, 1), but received shape (1, 2). Mend the data, or begin the model with Input.of(2).");
    }

    @Test
    void b1_anArrayForOneOutputAndAListForSeveral() {
        Model two = twoOutputs();
        List<INDArray> outputs = two.predictAllOnBatch(Dataset.of(column(1, 2)));
        assertThat(outputs).hasSize(2);
        assertValues(outputs.get(0), 1, 2);
        assertValues(outputs.get(1), 2, 4);
        tooEarly(
                () -> two.predictOnBatch(column(1, 2)),
                "Model \"functional\" has 2 outputs: [out_a, out_b]. Use predictAllOnBatch to get them all.");
    }
}
