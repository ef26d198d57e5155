package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.series;
import static dev.sequential.contract.Fixtures.slope;
import static dev.sequential.contract.Fixtures.timeLine;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static dev.sequential.contract.Fixtures.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Compile;
import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Flatten;
import dev.sequential.optimizers.SGD;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.1, compile: the mode of sample weights, and targets that are known beforehand. */
class Compile_WeightRowsTest implements Rows {
    private static final INDArray X = column(1, 2);

    /** Absolute errors 1, 2, 3 and 4, 5, 6: worked examples B and D of section 9.1. */
    private static final INDArray STEPS = series(1, 2, 3, 4, 5, 6);

    private static final INDArray ZEROS = series(0, 0, 0, 0, 0, 0);
    private static final INDArray PATTERN = matrix(new double[] {1, 1, 0}, new double[] {0, 1, 1});

    @Test
    void c5a_temporalWeightsAreForSamplesAndTimeSteps() {
        Sequential model = timeLine(1);
        model.compile(c -> c.optimizer(STILL).loss("mae").weightedMetrics("mae").sampleWeightMode("temporal"));
        Scores scores = model.evaluate(Dataset.of(STEPS, ZEROS, PATTERN));
        assertThat(scores.loss()).isCloseTo(14 / 6.0, close());
        assertThat(scores.get("mae")).isCloseTo(14 / 4.0, close());
        refused(
                () -> model.evaluate(Dataset.of(STEPS, ZEROS, vector(1, 0))),
                "sampleWeight of output \"line\" must be one number a sample and time step, shape (2, 3), but received shape (2,)");
        refused(
                () -> model.evaluate(Dataset.of(STEPS, ZEROS, matrix(new double[] {1, 1}, new double[] {0, 1}))),
                "sampleWeight of output \"line\" must be one number a sample and time step, shape (2, 3), but received shape (2, 2)");
    }

    @Test
    void c5b_withoutTheModeWeightsAreForSamples() {
        Sequential model = timeLine(1);
        model.compile(STILL, "mae");
        assertThat(model.evaluate(Dataset.of(STEPS, ZEROS, vector(1, 0))).loss())
                .isCloseTo(6 / 6.0, close());
        assertThat(model.evaluate(Dataset.of(STEPS, ZEROS, column(1, 0))).loss())
                .isCloseTo(6 / 6.0, close());
        refused(
                () -> model.evaluate(Dataset.of(STEPS, ZEROS, PATTERN)),
                "sampleWeight must be one number a sample, shape (2,), but received shape (2, 3)."
                        + " For weights of time steps compile with sampleWeightMode(\"temporal\").");
    }

    /** As many samples as time steps: a naive broadcast would weigh the steps. */
    @Test
    void c5b_weightsOfSamplesAreNeverTakenForThoseOfTimeSteps() {
        Sequential model = timeLine(1);
        model.compile(STILL, "mae");
        INDArray x = series(1, 2, 3, 4, 5, 6, 7, 8, 9);
        double loss = model.evaluate(Dataset.of(x, x.mul(0), vector(1, 0, 0))).loss();
        assertThat(loss).isCloseTo(6 / 9.0, close());
    }

    private static Model seriesAndNumber() {
        Tensor in = Input.named("in", 3, 1);
        return Model.of(
                List.of(in),
                List.of(
                        ((dev.sequential.LayerSpec) (call, x) -> x)
                                .named("out_a")
                                .apply(in),
                        ((dev.sequential.LayerSpec) (call, x) -> x.mean(1))
                                .named("out_b")
                                .apply(in)));
    }

    @Test
    void c5c_eachOutputMayHaveItsOwnMode() {
        Map<String, String> byName = new HashMap<>();
        byName.put("out_a", "temporal");
        byName.put("out_b", null);
        Model model = seriesAndNumber();
        for (boolean list : new boolean[] {true, false}) {
            model.compile(c -> {
                c.optimizer(STILL).loss("mae");
                if (list) c.sampleWeightMode(Arrays.asList("temporal", null));
                else c.sampleWeightMode(byName);
            });
            Scores scores =
                    model.evaluate(Dataset.of(STEPS, List.of(ZEROS, column(0, 0)), List.of(PATTERN, vector(2, 1))));
            assertThat(scores.get("out_a_loss")).isCloseTo(14 / 6.0, close());
            assertThat(scores.get("out_b_loss")).isCloseTo((2 * 2 + 5) / 2.0, close());
        }
    }

    @Test
    void c5c_listsAndMapsThatDoNotFitAreRefused() {
        Model model = seriesAndNumber();
        refused(
                () -> model.compile(c -> c.loss("mae").sampleWeightMode(List.of("temporal"))),
                "sampleWeightMode has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(
                () -> model.compile(c -> c.loss("mae").sampleWeightMode(Map.of("out_a", "temporal"))),
                "sampleWeightMode has no entry for output \"out_b\"; give it \"temporal\" or null");
        refused(
                () -> model.compile(
                        c -> c.loss("mae").sampleWeightMode(Map.of("out_a", "temporal", "out_c", "temporal"))),
                "Unknown sampleWeightMode output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
        // an output without a loss needs no mode
        model.compile(c -> c.loss(Map.of("out_a", "mae")).sampleWeightMode(Map.of("out_a", "temporal")));
    }

    @Test
    void c5c_temporalNeedsAnOutputWithATimeAxis() {
        Sequential model =
                Sequential.of(Input.of(3, 1), Flatten.of(), Dense.of(1).named("flat"));
        model.compile(c -> c.loss("mae").sampleWeightMode("temporal"));
        assertThat(model.evaluate(STEPS, column(0, 0)).loss()).isFinite();
        refused(
                () -> model.evaluate(Dataset.of(STEPS, column(0, 0), column(1, 1))),
                "sampleWeightMode \"temporal\" needs an output with a time axis, but output \"flat\" has shape (None, 1)");
    }

    @Test
    void c5d_anyOtherModeIsRefusedByCompile() {
        String message = "sampleWeightMode must be \"temporal\" or null, but received \"foo\"";
        refused(() -> line(1).compile(c -> c.loss("mae").sampleWeightMode("foo")), message);
        refused(() -> line(1).compile(c -> c.loss("mae").sampleWeightMode(List.of("foo"))), message);
        refused(() -> line(1).compile(c -> c.loss("mae").sampleWeightMode(Map.of("line", "foo"))), message);
        Compile none = Compile.of(c -> c.sampleWeightMode((String) null));
        assertThat(none.sampleWeightMode()).isEmpty();
    }

    @Test
    void c7_targetsThatAreKnownNeedNoY() {
        Sequential model = line(1);
        model.compile(c -> c.optimizer(STILL).loss("mse").targetTensors(column(3, 5)));
        assertThat(model.fit(Dataset.of(X)).history().get("loss")).containsExactly((4 + 9) / 2.0);
        // rows go with their targets
        assertThat(model.fit(Dataset.of(X), f -> f.validationSplit(0.5))
                        .history()
                        .get("val_loss"))
                .containsExactly(9.0);
        model.compile(c -> c.optimizer(STILL).loss("mse").targetTensors(List.of(column(3, 5))));
        assertThat(model.evaluate(Dataset.of(X)).loss()).isEqualTo(6.5);
        model.compile(c -> c.optimizer(STILL).loss("mse").targetTensors(Map.of("line", column(3, 5))));
        assertThat(model.testOnBatch(Dataset.of(X), b -> {}).loss()).isEqualTo(6.5);
    }

    @Test
    void c7_aSupplierIsAskedAtEachStep() {
        AtomicInteger asked = new AtomicInteger();
        Supplier<INDArray> targets = () -> column(asked.incrementAndGet());
        Sequential model = line(0);
        model.compile(c -> c.optimizer(STILL).loss("mse").targetTensors(targets));
        // targets 1, 2 in the first epoch, 3, 4 in the second
        assertThat(model.fit(Dataset.of(X), f -> f.batchSize(1).epochs(2))
                        .history()
                        .get("loss"))
                .containsExactly((1 + 4) / 2.0, (9 + 16) / 2.0);
        assertThat(asked).hasValue(4);
        refused(
                () -> model.fit(Dataset.of(X)),
                "The supplier in targetTensors of output \"line\" must give shape (2, 1) for this batch, but gave (1, 1)");
    }

    @Test
    void c7_oneOfSeveralOutputs() {
        Model model = twoOutputs();
        model.compile(c -> c.optimizer(STILL).loss("mse").targetTensors(Arrays.asList(null, column(0, 0))));
        assertThat(model.evaluate(X, column(0, 0)).values()).containsExactly(12.5, 2.5, 10.0);
        model.compile(c -> c.optimizer(STILL).loss("mse").targetTensors(Map.of("out_a", column(0, 0))));
        assertThat(model.evaluate(X, Map.of("out_b", column(0, 0))).values()).containsExactly(12.5, 2.5, 10.0);
        refused(
                () -> model.evaluate(X, Map.of("out_a", column(0, 0), "out_b", column(0, 0))),
                "y is given for output \"out_a\", but compile was given its targets as targetTensors. Leave one of them out.");
    }

    @Test
    void c7_whatDoesNotFitIsRefused() {
        Model two = twoOutputs();
        refused(
                () -> two.compile(c -> c.loss("mse").targetTensors(List.of(X))),
                "targetTensors has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(
                () -> two.compile(c -> c.loss("mse").targetTensors(X)),
                "targetTensors is one, but the model has 2 outputs: [out_a, out_b]. Give a list or a map.");
        refused(
                () -> two.compile(c -> c.loss("mse").targetTensors(Map.of("out_c", X))),
                "Unknown targetTensors output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
        refused(
                () -> line(1).compile(c -> c.loss("mse").targetTensors("foo")),
                "targetTensors must be an INDArray, a Java array of numbers, nested lists of numbers,"
                        + " or a list or map of these, but received String.");
        Sequential model = line(1);
        model.compile(c -> c.optimizer(SGD.of(0.1)).loss("mse").targetTensors(column(1, 2, 3)));
        refused(
                () -> model.fit(X, X),
                "y is given for output \"line\", but compile was given its targets as targetTensors. Leave one of them out.");
        refused(
                () -> model.fit(Dataset.of(X)),
                "x has 2 rows, but targetTensors of output \"line\" has 3. Each sample needs its target.");
        refused(
                () -> model.fit(Dataset.of(column(1, 2, 3)), f -> f.classWeight(Map.of(1, 1))),
                "classWeight needs classes in y, but compile was given targets as targetTensors");
        assertThat(slope(model)).isEqualTo(1);
    }
}
