package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.slope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sequential.Compile;
import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.Optimizers;
import dev.sequential.optimizers.SGD;
import dev.sequential.regularizers.L2;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.1, compile: its signature, the optimizer, and what an error leaves behind. */
class Compile_OptimizerRowsTest implements Rows {
    private static final INDArray X = column(1, 2, 3, 4);
    private static final INDArray Y = column(2, 4, 6, 8);

    @Test
    void c0_onlyTheOptimizerIsNeededAndEvenThatHasADefault() {
        Compile defaults = Compile.of(c -> {});
        assertThat(defaults.optimizer()).isEqualTo(Optimizers.of("rmsprop"));
        assertThat(defaults)
                .extracting(
                        Compile::loss,
                        Compile::metrics,
                        Compile::lossWeights,
                        Compile::sampleWeightMode,
                        Compile::weightedMetrics,
                        Compile::targetTensors)
                .allMatch(o -> o.equals(java.util.Optional.empty()));
    }

    @Test
    void c0_aPenaltyOfALayerIsALossToo() {
        Sequential model =
                Sequential.of(Input.of(1), Dense.of(1, d -> d.useBias(false).kernelRegularizer(L2.of(0.5))));
        model.setWeights(List.of(column(3)));
        model.compile(c -> c.optimizer(SGD.of(0.1)));
        assertThat(model.fit(Dataset.of(X)).history().get("loss").get(0)).isCloseTo(0.5 * 9, close());
        assertThat(slope(model)).isCloseTo(3 - 0.1 * 2 * 0.5 * 3, close());
    }

    @Test
    void c0_nothingToMakeSmallIsRefused() {
        refused(
                () -> line(1).compile(c -> c.optimizer("sgd")),
                "There is no loss to make small. Give compile one, such as \"mse\".");
        Sequential unbuilt = Sequential.of(Dense.of(1));
        unbuilt.compile(c -> c.optimizer("sgd"));
        refused(() -> unbuilt.fit(X, Y), "There is no loss to make small. Give compile one, such as \"mse\".");
    }

    /** The table of section 17: the weights [1, −2] after one step with the gradients [0.5, 1]. */
    @ParameterizedTest
    @CsvSource({
        "SGD, .995, -2.01",
        "RMSprop, .99683774, -2.0031624",
        "AdaGrad, .99915487, -2.0009534",
        "adadelta, .99999857, -2.0000014",
        "Adam, .999, -2.001",
        "ADAMW, .99899602, -2.0009921",
        "adamax, .999, -2.001",
        "Nadam, .99893719, -2.0010629",
        "ftrl, .46463239, -1.3979307",
        "LION, .999, -2.001",
        "lamb, .99841887, -2.0015812"
    })
    void c1a_optimizersByNameWhateverTheCapitals(String name, double first, double second) {
        Sequential model = Sequential.of(Input.of(2), Dense.of(1, d -> d.useBias(false)));
        model.setWeights(List.of(column(1, -2)));
        model.compile(c -> c.optimizer(name).loss((yTrue, yPred) -> yPred.mean(-1)));
        model.trainOnBatch(matrix(new double[] {0.5, 1}), column(0));
        assertThat(model.getWeights().get(0).toDoubleVector())
                .containsExactly(new double[] {first, second}, within(1e-6));
    }

    @Test
    void c1a_everyNameOfSection17IsKnown() {
        assertThat(Optimizers.names())
                .contains(
                        "sgd",
                        "rmsprop",
                        "adagrad",
                        "adadelta",
                        "adam",
                        "adamw",
                        "adamax",
                        "nadam",
                        "ftrl",
                        "lion",
                        "lamb",
                        "adafactor",
                        "schedulefreeadamw");
        for (String name : Optimizers.names()) {
            Sequential model = line(1);
            model.compile(name, "mse");
            model.trainOnBatch(X, Y);
            assertThat(slope(model)).as(name).isNotEqualTo(1).isFinite();
        }
    }

    @Test
    void c1b_anInstanceUsesItsOwnLearningRate() {
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse");
        model.trainOnBatch(X, Y);
        // gradient of mean((w x − 2 x)²) at w = 1: −2 mean(x²) = −15
        assertThat(slope(model)).isCloseTo(1.15, close());
    }

    @Test
    void c1b_anInstanceGoesOnAfterARecompilationAndANameBeginsAnew() {
        Optimizer sgd = SGD.of(0.01);
        Sequential model = line(1);
        model.compile(sgd, "mse");
        model.trainOnBatch(X, Y);
        model.compile(sgd, "mae");
        assertThat(model.iterations()).isEqualTo(1);
        model.trainOnBatch(X, Y);
        assertThat(model.iterations()).isEqualTo(2);
        model.compile("sgd", "mae");
        assertThat(model.iterations()).isZero();
    }

    /** Keras's {@code optimizer=7} does not compile in Java. */
    @Test
    void c1c_anInvalidOptimizerIsRefused() {
        assertThatThrownBy(() -> line(1).compile("foo", "mse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown optimizer \"foo\".\nKnown names: adadelta, adafactor, adagrad, adam, adamax, adamw, ftrl,"
                                + " lamb, lion, nadam, rmsprop, schedulefreeadamw, sgd");
        refused(() -> line(1).compile((String) null, "mse"), "optimizer must not be null");
        refused(() -> line(1).compile((Optimizer) null, "mse"), "optimizer must not be null");
    }

    @Test
    void c8_anUnknownOptionIsRefused() {
        refused(
                () -> line(1).compile(c -> c.loss("mse").options(Map.of("run_eagerly", true))),
                "Unknown options [run_eagerly] of compile; there are none by name");
    }

    @Test
    void c9_aRefusedCompilationLeavesEverythingAsItWas() {
        Sequential model = line(1);
        SGD sgd = SGD.of(0.01);
        model.compile(sgd, "mse", "mae");
        model.trainOnBatch(X, Y);
        List<INDArray> weights = model.getWeights();
        assertThatThrownBy(() -> model.compile("foo", "mse")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.compile("adam", "foo")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.compile("adam", "mse", "foo")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> model.compile(c -> c.optimizer("adam").loss("mse").sampleWeightMode("foo")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(model.metricsNames()).containsExactly("loss", "mae");
        assertThat(model.iterations()).isEqualTo(1);
        assertThat(model.getWeights()).isEqualTo(weights);
        assertThat(model.learningRate()).isEqualTo(0.01);
        model.trainOnBatch(X, Y);
        assertThat(model.iterations()).isEqualTo(2);
    }

    @Test
    void c9_namesAreCheckedByCompileBeforeAModelHasShapes() {
        Sequential unbuilt = Sequential.of(Dense.of(1));
        assertThatThrownBy(() -> unbuilt.compile("adma", "mse"))
                .hasMessageStartingWith("Unknown optimizer \"adma\". Did you mean \"adam\"?\n");
        assertThatThrownBy(() -> unbuilt.compile("adam", "msee"))
                .hasMessageStartingWith("Unknown loss \"msee\". Did you mean \"mse\"?\n");
        assertThatThrownBy(() -> unbuilt.compile("adam", "mse", "acuracy"))
                .hasMessageStartingWith("Unknown metric \"acuracy\". Did you mean \"accuracy\"?\n");
        refused(
                () -> unbuilt.compile(c -> c.sampleWeightMode("foo")),
                "sampleWeightMode must be \"temporal\" or null, but received \"foo\"");
    }
}
