package dev.sequential.contract;

import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.close;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.matrix;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.twoOutputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.CompileBuilder;
import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Dense;
import dev.sequential.losses.Loss;
import dev.sequential.losses.MeanSquaredError;
import dev.sequential.regularizers.L2;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.1, compile: losses and their weights. {@code out_a = x}, {@code out_b = 2 x}, all targets 0. */
class Compile_LossRowsTest implements Rows {
    private static final INDArray X = column(1, 2);
    private static final INDArray ZERO = column(0, 0);

    /** Mean of x² and of |2 x|, and of (2 x)². */
    private static final double A_MSE = 2.5;

    private static final double B_MAE = 3;
    private static final double B_MSE = 10;

    private static Scores scores(Consumer<CompileBuilder> options) {
        Model model = twoOutputs();
        model.compile(c -> options.accept(c.optimizer(STILL)));
        return model.evaluate(X, Map.of("out_a", ZERO, "out_b", ZERO));
    }

    private static void scores(Scores actual, String text) {
        assertThat(actual).asString().isEqualTo(text);
    }

    @Test
    void c2a_aNameARecordAndALambdaGiveTheSameNumber() {
        Loss own = (yTrue, yPred) -> yTrue.minus(yPred).square().mean(-1);
        for (Loss loss : List.of(own, MeanSquaredError.of())) {
            Sequential model = line(1);
            model.compile(STILL, loss);
            assertThat(model.evaluate(X, ZERO).scalar()).isEqualTo(A_MSE);
        }
        for (String name : List.of("mse", "mean_squared_error", "MSE", "MeanSquaredError")) {
            Sequential model = line(1);
            model.compile(STILL, name);
            assertThat(model.evaluate(X, ZERO).scalar()).isEqualTo(A_MSE);
        }
    }

    /** Section 1.5: its targets are checked by nobody, and may have another shape each time. */
    @Test
    void c2a_aLossOfYourOwnTakesTargetsOfAnyShape() {
        Loss first = (yTrue, yPred) -> yTrue.slice(1, 0, 1).minus(yPred).abs().mean(-1);
        Sequential model = line(1);
        model.compile(STILL, first);
        assertThat(model.evaluate(X, column(4, 4)).loss()).isEqualTo(2.5);
        assertThat(model.evaluate(X, matrix(new double[] {4, 9}, new double[] {4, 9}))
                        .loss())
                .isEqualTo(2.5);
        assertThat(model.evaluate(X, column(5, 5)).loss()).isEqualTo(3.5);
    }

    @Test
    void c2b_aListHasALossForEachOutput() {
        scores(scores(c -> c.loss(List.of("mse", "mae"))), "loss: 5.5000, out_a_loss: 2.5000, out_b_loss: 3.0000");
        scores(
                scores(c -> c.loss(List.of(MeanSquaredError.of(), "mae"))),
                "loss: 5.5000, out_a_loss: 2.5000, out_b_loss: 3.0000");
        refused(
                () -> scores(c -> c.loss(List.of("mse"))),
                "loss has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(
                () -> scores(c -> c.loss(List.of("mse", "mse", "mse"))),
                "loss has 3 entries, but the model has 2 outputs: [out_a, out_b]");
        refused(
                () -> scores(c -> c.loss(List.of("mse", 7))),
                "A loss must be a name, a Loss or a lambda, but received Integer");
    }

    @Test
    void c2b_oneLossIsForEveryOutput() {
        scores(scores(c -> c.loss("mse")), "loss: 12.5000, out_a_loss: 2.5000, out_b_loss: 10.0000");
    }

    @Test
    void c2c_aMapHasLossesInAnyOrder() {
        Map<String, Object> backwards = new LinkedHashMap<>();
        backwards.put("out_b", "mae");
        backwards.put("out_a", "mse");
        scores(scores(c -> c.loss(backwards)), "loss: 5.5000, out_a_loss: 2.5000, out_b_loss: 3.0000");
    }

    @Test
    void c2c_anUnknownNameIsRefused() {
        refused(
                () -> scores(c -> c.loss(Map.of("out_a", "mse", "out_c", "mse"))),
                "Unknown loss output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
    }

    @Test
    void c2c_anOutputThatIsLeftOutNeedsNoTargetAndAWarningSaysSo() {
        for (Consumer<CompileBuilder> options : List.<Consumer<CompileBuilder>>of(
                c -> c.loss(Map.of("out_a", "mse")), c -> c.loss(Arrays.asList("mse", null)))) {
            Model model = twoOutputs();
            model.compile(c -> options.accept(c.optimizer("sgd")));
            List<INDArray> before = model.getWeights();
            History history = model.fit(X, Map.of("out_a", ZERO));
            assertThat(history.warnings())
                    .containsExactly(
                            "Output \"out_b\" has no loss: it is not trained by one of its own and needs no y");
            assertThat(history.history().keySet()).containsExactly("loss", "out_a_loss");
            assertThat(model.getWeights().get(0)).isNotEqualTo(before.get(0));
            assertThat(model.getWeights().get(1)).isEqualTo(before.get(1));
            model.fit(X, ZERO); // the only target may come alone
        }
    }

    @Test
    void c2d_whatIsMadeSmallIsTheSumOfAllLossesAndPenalties() {
        Tensor in = Input.named("in", 1);
        Model model = Model.of(
                List.of(in),
                List.of(
                        Dense.of(1, d -> d.useBias(false).kernelRegularizer(L2.of(0.1)))
                                .named("out_a")
                                .apply(in),
                        Dense.of(1, d -> d.useBias(false)).named("out_b").apply(in)));
        model.setWeights(List.of(column(1), column(2)));
        model.compile(STILL, "mse");
        Scores scores = model.evaluate(X, List.of(ZERO, ZERO));
        assertThat(scores.get("out_a_loss")).isCloseTo(A_MSE, close());
        assertThat(scores.get("out_b_loss")).isCloseTo(B_MSE, close());
        assertThat(scores.loss()).isCloseTo(A_MSE + B_MSE + 0.1, close());
    }

    @Test
    void c4a_aListWeighsTheLossesInTheTotalOnly() {
        Scores scores = scores(c -> c.loss(List.of("mse", "mae")).lossWeights(2, 0.5));
        assertThat(scores.values()).containsExactly(2 * A_MSE + 0.5 * B_MAE, A_MSE, B_MAE);
        assertThat(scores(c -> c.loss(List.of("mse", "mae")).lossWeights(List.of(2, 0.5))))
                .isEqualTo(scores);
        refused(
                () -> scores(c -> c.loss("mse").lossWeights(1)),
                "lossWeights has 1 entry, but the model has 2 outputs: [out_a, out_b]");
    }

    @Test
    void c4a_oneNumberIsEnoughForOneOutput() {
        Sequential model = line(1);
        model.compile(c -> c.optimizer(STILL).loss("mse").lossWeights(3));
        assertThat(model.evaluate(X, ZERO).loss()).isEqualTo(3 * A_MSE);
    }

    @Test
    void c4b_aMapWeighsLossesByNameAndTheOthersCountOnce() {
        Scores scores = scores(c -> c.loss(List.of("mse", "mae")).lossWeights(Map.of("out_b", 10)));
        assertThat(scores.values()).containsExactly(A_MSE + 10 * B_MAE, A_MSE, B_MAE);
        refused(
                () -> scores(c -> c.loss("mse").lossWeights(Map.of("out_x", 1))),
                "Unknown lossWeights output \"out_x\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
    }

    /** Keras's {@code loss_weights="foo"} does not compile in Java; a list or map of other things may slip through. */
    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void c4c_weightsThatAreNoNumbersAreRefused() {
        refused(
                () -> scores(c -> c.loss("mse").lossWeights((List) List.of("a", "b"))),
                "lossWeights must be numbers, but received String");
        refused(
                () -> scores(c -> c.loss("mse").lossWeights((Map) Map.of("out_a", "b"))),
                "lossWeights must be numbers, but received String");
        refused(
                () -> scores(c -> c.loss("mse").lossWeights(Arrays.asList(1, null))),
                "lossWeights must be numbers, but received null");
    }
}
