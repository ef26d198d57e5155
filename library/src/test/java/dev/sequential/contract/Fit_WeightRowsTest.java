package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.losses;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.series;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.timeLine;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Dataset;
import dev.sequential.FitBuilder;
import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.Zeros;
import dev.sequential.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.2, fit: class weights and sample weights. */
class Fit_WeightRowsTest implements Rows {
    private static final INDArray X = column(0, 0, 0, 0);

    /** Squared errors 1, 1, 9, 9 of classes 0, 1, 0, 1 as in section 9.2: targets as (N), (N, 1) and one-hot. */
    static Stream<INDArray> targets() {
        return Stream.of(
                vector(0, 1, 0, 1),
                column(0, 1, 0, 1),
                matrix(new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 0}, new double[] {0, 1}));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void f10a_classWeightsCountByClass(INDArray y) {
        int units = y.rank() == 2 ? (int) y.size(1) : 1;
        Sequential model =
                Sequential.of(Input.of(units), (call, x) -> x.plus(call.weight("shift", Shape.of(1), Zeros.of())));
        model.compile(c -> c.optimizer(STILL).loss("mse").weightedMetrics("mae"));
        INDArray x = y.rank() == 1 ? y.reshape(4, 1) : y;
        INDArray shift = column(1, 1, 3, 3);
        History history = model.fit(
                x.addColumnVector(shift),
                y,
                f -> f.shuffle(false).validationSplit(0.5).classWeight(Map.of(0, 2, 1, 0.5, 7, 100)));
        assertThat(history.history().get("loss").get(0)).isCloseTo((2 * 1 + 0.5 * 1) / 2, close());
        assertThat(history.history().get("mae").get(0)).isCloseTo(2.5 / 2.5, close());
        assertThat(history.history().get("val_loss").get(0)).isCloseTo(9, close());
    }

    @Test
    void f10b_classWeightsAreForTrainingOnly() {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        INDArray y = column(1, 2, 1, 2);
        History history =
                model.fit(X, y, f -> f.classWeight(Map.of(1, 10, 2, 100)).validationData(X, y));
        assertThat(history.history().get("loss")).containsExactly((20 + 400) / 4.0);
        assertThat(history.history().get("val_loss")).containsExactly(1.5);
        assertThat(model.evaluate(X, y).loss()).isEqualTo(1.5);
    }

    @Test
    void f10c_aClassWithoutAWeightIsRefused() {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        refused(
                () -> model.fit(X, column(1, 5, 0, 3), f -> f.classWeight(Map.of(0, 1, 1, 1))),
                "classWeight has no weight for classes [3, 5], which occur in y; it has [0, 1]");
        // those of the whole data count, even if a batch lacks them
        refused(
                () -> model.fit(X, column(0, 0, 0, 1), f -> f.batchSize(1).classWeight(Map.of(0, 1))),
                "classWeight has no weight for classes [1], which occur in y; it has [0]");
        Sequential steps = timeLine(0);
        steps.compile(STILL, "mae");
        refused(
                () -> steps.fit(series(0, 0, 0), series(0, 0, 0), f -> f.classWeight(Map.of(0, 1))),
                "classWeight needs one class a sample, but y has shape (1, 3, 1). Use sampleWeight.");
    }

    @Test
    void f10a_classWeightsOfSeveralOutputs() {
        Model model = twoOutputs();
        model.compile(STILL, "mae");
        Map<String, INDArray> y = Map.of("out_a", column(1, 2, 1, 2), "out_b", column(3, 3, 3, 3));
        List<List<Double>> losses = new ArrayList<>();
        for (Consumer<FitBuilder> options : List.<Consumer<FitBuilder>>of(
                f -> f.classWeight("out_a", Map.of(1, 10, 2, 100)),
                f -> f.classWeight(java.util.Arrays.asList(Map.of(1, 10, 2, 100), null)),
                f -> f.classWeight("out_a", Map.of(1, 10, 2, 100)).classWeight("out_b", Map.of(3, 1)))) {
            Map<String, List<Double>> history = model.fit(X, y, options).history();
            losses.add(List.of(
                    history.get("out_a_loss").get(0), history.get("out_b_loss").get(0)));
        }
        assertThat(losses).containsOnly(List.of(105.0, 3.0));
        refused(
                () -> model.fit(X, y, f -> f.classWeight("out_c", Map.of(1, 1))),
                "Unknown classWeight output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
    }

    @Test
    void f11a_sampleWeightsWeighTheLossAndItsGradient() {
        Sequential model = line(0);
        model.compile(SGD.of(0.1), "mae");
        History history = model.fit(column(1, 1, 1, 1), column(1, 2, 3, 4), f -> f.sampleWeight(vector(1, 0, 2, 0.5)));
        assertThat(history.history().get("loss").get(0)).isCloseTo(9 / 4.0, close());
        assertThat(slope(model)).isCloseTo(0.1 * 3.5 / 4, close());
        // as a list and with the data
        for (Consumer<Sequential> training : List.<Consumer<Sequential>>of(
                m -> m.fit(column(1, 1, 1, 1), column(1, 2, 3, 4), f -> f.sampleWeight(List.of(1, 0, 2, 0.5))),
                m -> m.fit(Dataset.of(column(1, 1, 1, 1), column(1, 2, 3, 4), new double[] {1, 0, 2, 0.5})))) {
            Sequential other = line(0);
            other.compile(SGD.of(0.1), "mae");
            training.accept(other);
            assertThat(slope(other)).isEqualTo(slope(model));
        }
        refused(
                () -> model.fit(Dataset.of(X, X, vector(1, 1, 1, 1)), f -> f.sampleWeight(vector(1, 1, 1, 1))),
                "sampleWeight is given twice, in the Dataset and as an option");
    }

    @Test
    void f11b_weightsOfTimeStepsNeedTheModeTemporal() {
        INDArray x = series(1, 2, 3, 4, 5, 6);
        INDArray pattern = matrix(new double[] {1, 1, 0}, new double[] {0, 1, 1});
        Sequential model = timeLine(1);
        model.compile(STILL, "mae");
        refused(
                () -> model.fit(x, x.mul(0), f -> f.sampleWeight(pattern)),
                "sampleWeight must be one number a sample, shape (2,), but received shape (2, 3)."
                        + " For weights of time steps compile with sampleWeightMode(\"temporal\").");
        model.compile(c -> c.optimizer(STILL).loss("mae").sampleWeightMode("temporal"));
        assertThat(model.fit(x, x.mul(0), f -> f.sampleWeight(pattern))
                        .history()
                        .get("loss")
                        .get(0))
                .isCloseTo(14 / 6.0, close());
        // a batch of one sample has its own rows of them
        assertThat(model.fit(x, x.mul(0), f -> f.batchSize(1).sampleWeight(pattern))
                        .history()
                        .get("loss")
                        .get(0))
                .isCloseTo((3 / 3.0 + 11 / 3.0) / 2, close());
    }

    @Test
    void f11c_theSplitTakesItsWeightsAlongAndValidationDataHaveNone() {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        INDArray y = column(1, 2, 3, 4);
        INDArray w = vector(10, 100, 1000, 10000);
        Map<String, List<Double>> split =
                model.fit(X, y, f -> f.sampleWeight(w).validationSplit(0.5)).history();
        assertThat(split.get("loss")).containsExactly((10 + 200) / 2.0);
        assertThat(split.get("val_loss")).containsExactly((3000 + 40000) / 2.0);
        Map<String, List<Double>> given =
                model.fit(X, y, f -> f.sampleWeight(w).validationData(X, y)).history();
        assertThat(given.get("loss")).containsExactly((10 + 200 + 3000 + 40000) / 4.0);
        assertThat(given.get("val_loss")).containsExactly(2.5);
    }

    @Test
    void f11e_weightsOfAnotherLengthAreRefused() {
        Sequential model = line(0);
        model.compile(STILL, "mae");
        refused(
                () -> model.fit(X, X, f -> f.sampleWeight(vector(1, 2, 3))),
                "sampleWeight must be one number a sample, shape (4,), but received shape (3,)");
        Model two = twoOutputs();
        two.compile(STILL, "mae");
        refused(
                () -> two.fit(X, List.of(X, X), f -> f.sampleWeight(List.of(vector(1, 1, 1, 1)))),
                "sampleWeight has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(
                () -> two.fit(X, List.of(X, X), f -> f.sampleWeight(Map.of("out_c", vector(1, 1, 1, 1)))),
                "Unknown sampleWeight output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
    }

    @Test
    void f11a_weightsOfSeveralOutputs() {
        Model model = twoOutputs();
        model.compile(STILL, "mae");
        INDArray y = column(1, 1, 1, 1);
        INDArray w = vector(1, 0, 2, 1);
        List<INDArray> targets = List.of(y, y);
        assertThat(model.fit(X, targets, f -> f.sampleWeight(w)).history().get("loss"))
                .containsExactly(2.0);
        assertThat(model.fit(X, targets, f -> f.sampleWeight(List.of(w, w.mul(10))))
                        .history()
                        .get("loss"))
                .containsExactly(11.0);
        assertThat(model.fit(X, targets, f -> f.sampleWeight(Map.of("out_b", w.mul(10))))
                        .history()
                        .get("loss"))
                .containsExactly(11.0);
    }
}
