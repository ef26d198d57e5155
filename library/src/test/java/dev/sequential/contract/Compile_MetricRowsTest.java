package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.CompileBuilder;
import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.layers.Activation;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.RootMeanSquaredError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.1, compile: metrics and weighted metrics. */
class Compile_MetricRowsTest implements Rows {
    private static final INDArray X = column(1, 2);
    private static final INDArray ZERO = column(0, 0);

    private static Scores scores(Consumer<CompileBuilder> options) {
        Model model = twoOutputs();
        model.compile(c -> options.accept(c.optimizer(STILL).loss("mse")));
        assertThat(model.metricsNames())
                .isEqualTo(model.evaluate(X, List.of(ZERO, ZERO)).asMap().keySet().stream()
                        .toList());
        return model.evaluate(X, List.of(ZERO, ZERO));
    }

    private static double accuracy(String name, int units, String loss, INDArray x, INDArray y) {
        Sequential model = Sequential.of(Input.of(units), Activation.of("linear"));
        model.compile("sgd", loss, name);
        return model.evaluate(x, y).get(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accuracy", "acc"})
    void c3a_accuracyIsTheKindThatFits(String name) {
        // one unit: more than 0.5 is class 1; 3 of 4 are right, and exactly 0.5 is class 0
        assertThat(accuracy(name, 1, "mse", column(0.6, 0.5, 0.2, 0.9), column(1, 0, 1, 1)))
                .isEqualTo(0.75);
        INDArray x = matrix(new double[] {.1, .7, .2}, new double[] {.5, .3, .2}, new double[] {.1, .3, .6});
        INDArray oneHot = matrix(new double[] {0, 1, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
        assertThat(accuracy(name, 3, "categorical_crossentropy", x, oneHot)).isCloseTo(2 / 3.0, close());
        for (INDArray labels : List.of(vector(1, 1, 2), column(1, 1, 2))) {
            assertThat(accuracy(name, 3, "sparse_categorical_crossentropy", x, labels))
                    .isCloseTo(2 / 3.0, close());
        }
        // binary crossentropy with several units: each unit is right or wrong (D7); 8 of 9 are
        assertThat(accuracy(name, 3, "binary_crossentropy", x, oneHot)).isCloseTo(8 / 9.0, close());
    }

    @Test
    void c3a_namesStayAsTheyAreGiven() {
        Sequential model = line(1);
        model.compile("sgd", "mse", "mae", "mean_absolute_error", "MAE");
        assertThat(model.metricsNames()).containsExactly("loss", "mae", "mean_absolute_error", "MAE");
        model.compile(c -> c.loss("mse").metrics(List.of("mae", "mae", RootMeanSquaredError.of())));
        assertThat(model.metricsNames()).containsExactly("loss", "mae", "mae_1", "root_mean_squared_error");
    }

    @Test
    void c3b_aMapHasAMetricOrAListForEachOutput() {
        assertThat(scores(c -> c.metrics(Map.of("out_a", "accuracy", "out_b", List.of("accuracy", "mse")))))
                .asString()
                .isEqualTo("loss: 12.5000, out_a_loss: 2.5000, out_b_loss: 10.0000, out_a_accuracy: 0.0000,"
                        + " out_b_accuracy: 0.0000, out_b_mse: 10.0000");
        assertThat(scores(c -> c.metrics(Map.of("out_b", "mae"))).asMap())
                .containsOnlyKeys("loss", "out_a_loss", "out_b_loss", "out_b_mae");
        refused(
                () -> scores(c -> c.metrics(Map.of("out_c", "mae"))),
                "Unknown metrics output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
    }

    @Test
    void c3c_aListOfListsHasOneForEachOutput() {
        assertThat(scores(c -> c.metrics(List.of(List.of("mae"), List.of("mse", "mae")))))
                .asString()
                .isEqualTo("loss: 12.5000, out_a_loss: 2.5000, out_b_loss: 10.0000, out_a_mae: 1.5000,"
                        + " out_b_mse: 10.0000, out_b_mae: 3.0000");
        // a name beside a list counts as a list of one
        assertThat(scores(c -> c.metrics(List.of("mae", List.of("mse")))).asMap())
                .containsOnlyKeys("loss", "out_a_loss", "out_b_loss", "out_a_mae", "out_b_mse");
        refused(
                () -> scores(c -> c.metrics(List.of(List.of("mae")))),
                "metrics has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(
                () -> scores(c -> c.metrics(Arrays.asList("mae", null))),
                "A metric must be a name, a Metric or a lambda, but received null");
    }

    @Test
    void c3d_aFlatListIsForEveryOutput() {
        Metric own = Metric.of("peak", (yTrue, yPred) -> yPred.max(-1));
        assertThat(scores(c -> c.metrics(List.of("mae", own))))
                .asString()
                .isEqualTo(
                        "loss: 12.5000, out_a_loss: 2.5000, out_b_loss: 10.0000, out_a_mae: 1.5000, out_a_peak: 1.5000,"
                                + " out_b_mae: 3.0000, out_b_peak: 3.0000");
    }

    @Test
    void c6_weightedMetricsDivideByTheWeightsAndMetricsIgnoreThem() {
        // absolute errors 1, 2, 3, 4
        Sequential model = line(1);
        model.compile(c -> c.optimizer(STILL).loss("mae").metrics("mae").weightedMetrics("mae"));
        Scores scores = model.evaluate(Dataset.of(column(1, 2, 3, 4), column(0, 0, 0, 0), vector(1, 0, 2, 0.5)));
        assertThat(scores.asMap().keySet()).containsExactly("loss", "mae", "weighted_mae");
        assertThat(scores.loss()).isCloseTo(9 / 4.0, close());
        assertThat(scores.get("mae")).isCloseTo(2.5, close());
        assertThat(scores.get("weighted_mae")).isCloseTo(9 / 3.5, close());
        // without weights each sample counts once
        assertThat(model.evaluate(column(1, 2, 3, 4), column(0, 0, 0, 0)).get("weighted_mae"))
                .isCloseTo(2.5, close());
    }

    @Test
    void c6_classWeightsWeighThemInTrainingToo() {
        // classes 0, 1, 1, 0; predictions 1, 2, 3, 4; absolute errors 1, 1, 2, 4
        Sequential model = line(1);
        model.compile(c -> c.optimizer(STILL).loss("mae").metrics("mae").weightedMetrics(Map.of("line", "mae")));
        Scores scores = model.trainOnBatch(
                column(1, 2, 3, 4),
                column(0, 1, 1, 0),
                b -> b.sampleWeight(vector(1, 1, 1, 0.5)).classWeight(Map.of(0, 1, 1, 3)));
        // weights 1, 3, 3, 0.5
        assertThat(scores.loss()).isCloseTo((1 + 3 + 6 + 2) / 4.0, close());
        assertThat(scores.get("mae")).isCloseTo(2, close());
        assertThat(scores.get("weighted_mae")).isCloseTo(12 / 7.5, close());
    }

    @Test
    void c6_sameFormsAsMetrics() {
        assertThat(scores(c -> c.metrics("mae").weightedMetrics(Map.of("out_b", List.of("mae", "mse"))))
                        .asMap())
                .containsOnlyKeys(
                        "loss",
                        "out_a_loss",
                        "out_b_loss",
                        "out_a_mae",
                        "out_b_mae",
                        "out_b_weighted_mae",
                        "out_b_mse");
        assertThat(scores(c -> c.weightedMetrics(List.of(List.of(), List.of("mse"))))
                        .asMap())
                .containsOnlyKeys("loss", "out_a_loss", "out_b_loss", "out_b_mse");
        refused(
                () -> scores(c -> c.weightedMetrics(Map.of("out_c", "mae"))),
                "Unknown weightedMetrics output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
    }
}
