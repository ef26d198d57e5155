package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Compile;
import dev.sequential.CompileBuilder;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.data.Each;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.layers.Dense;
import dev.sequential.losses.BinaryCrossentropy;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What becomes of the choices of compile. */
class Compile_ResolveTest {
    private static Model oneOutput(int units) {
        return Sequential.of(Input.of(4), Dense.of(units));
    }

    private static Model twoOutputs() {
        Tensor in = Input.named("in", 4);
        return Model.of(
                List.of(in),
                List.of(
                        Dense.of(1).named("out_a").apply(in),
                        Dense.of(3).named("out_b").apply(in)));
    }

    private static Compiled resolved(Model model, Consumer<CompileBuilder> options) {
        return Resolver.resolve(Compile.of(options), model, Optional.empty());
    }

    private static Compiled resolved(Model model, INDArray y, Consumer<CompileBuilder> options) {
        return Resolver.resolve(Compile.of(options), model, Optional.of(new Each.All<>(y)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, mse, binary",
        "1, binary_crossentropy, binary",
        "3, binary_crossentropy, binary",
        "3, categorical_crossentropy, categorical",
        "3, mse, categorical",
        "3, sparse_categorical_crossentropy, sparse_categorical"
    })
    void accuracyIsOfTheKindOfTheOutputAndLoss(int units, String loss, String kind) {
        for (String name : List.of("accuracy", "acc")) {
            Compiled compiled = resolved(oneOutput(units), c -> c.loss(loss).metrics(name, "crossentropy"));
            assertThat(compiled.names()).containsExactly("loss", name, "crossentropy");
            assertThat(compiled.outputs().get(0).metrics())
                    .extracting(NamedMetric::metric)
                    .containsExactly(Metrics.of(kind + "_accuracy"), Metrics.of(kind + "_crossentropy"));
        }
    }

    @Test
    void targetsDecideWhereALossOfTheUsersOwnLeavesItOpen() {
        Consumer<CompileBuilder> options =
                c -> c.loss((yTrue, yPred) -> yPred.mean(-1)).metrics("accuracy");
        Compiled sparse = resolved(oneOutput(3), Nd4j.createFromArray(0, 1), options);
        Compiled column = resolved(oneOutput(3), Nd4j.createFromArray(0f, 1f), options);
        Compiled oneHot = resolved(oneOutput(3), Nd4j.create(2, 3), options);
        assertThat(metric(sparse)).isEqualTo(Metrics.of("sparse_categorical_accuracy"));
        assertThat(metric(column)).isEqualTo(Metrics.of("sparse_categorical_accuracy"));
        assertThat(metric(oneHot)).isEqualTo(Metrics.of("categorical_accuracy"));
        assertThat(sparse.outputs().get(0).target()).isEqualTo(new Type(Shape.of(-1), DType.INT32));
        assertThat(column.outputs().get(0).target()).isEqualTo(new Type(Shape.of(-1, 1), DType.FLOAT32));
    }

    @Test
    void crossentropyAsALossIsChosenToo() {
        assertThat(loss(resolved(oneOutput(1), c -> c.loss("ce")))).isEqualTo(BinaryCrossentropy.of());
        assertThat(loss(resolved(oneOutput(3), Nd4j.createFromArray(0, 1), c -> c.loss("crossentropy"))))
                .isEqualTo(Losses.of("sparse_categorical_crossentropy"));
        assertThat(loss(resolved(oneOutput(3), c -> c.loss("crossentropy"))))
                .isEqualTo(Losses.of("categorical_crossentropy"));
    }

    @Test
    void severalOutputsHaveLossesAndMetricsOfTheirOwn() {
        Compiled compiled = resolved(
                twoOutputs(),
                c -> c.loss(Map.of("out_b", "ce", "out_a", "mse"))
                        .metrics(Map.of("out_a", "mae", "out_b", List.of("accuracy", "mse")))
                        .weightedMetrics(Map.of("out_a", "mae"))
                        .lossWeights(Map.of("out_b", 2)));
        assertThat(compiled.names())
                .containsExactly(
                        "loss",
                        "out_a_loss",
                        "out_b_loss",
                        "out_a_mae",
                        "out_a_weighted_mae",
                        "out_b_accuracy",
                        "out_b_mse");
        assertThat(compiled.outputs()).extracting(Compiled.Output::lossWeight).containsExactly(1.0, 2.0);
    }

    @Test
    void aFlatListOfMetricsIsForEveryOutputAndListsInItForOneEach() {
        assertThat(resolved(twoOutputs(), c -> c.loss("mse").metrics("mae", "acc"))
                        .names())
                .containsExactly(
                        "loss", "out_a_loss", "out_b_loss", "out_a_mae", "out_a_acc", "out_b_mae", "out_b_acc");
        assertThat(resolved(twoOutputs(), c -> c.loss("mse").metrics(List.of("mae", List.of("mse", "acc"))))
                        .names())
                .containsExactly("loss", "out_a_loss", "out_b_loss", "out_a_mae", "out_b_mse", "out_b_acc");
    }

    @Test
    void anOutputWithoutALossHasNoTargetAndNoMetrics() {
        Compiled compiled =
                resolved(twoOutputs(), c -> c.loss(Arrays.asList(null, "mse")).metrics("mae"));
        assertThat(compiled.names()).containsExactly("loss", "out_b_loss", "out_b_mae");
        assertThat(compiled.targetNames()).containsExactly("out_b");
    }

    @Test
    void namesThatAreTakenGetANumber() {
        Metric own = (yTrue, yPred) -> yPred.mean(-1);
        assertThat(resolved(oneOutput(3), c -> c.loss("mse").metrics(own, own).weightedMetrics(own))
                        .names())
                .containsExactly("loss", "metric", "metric_1", "weighted_metric");
    }

    @Test
    void whatDoesNotFitTheModelIsRefused() {
        refused(c -> c.loss(List.of("mse")), "loss has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(
                c -> c.loss(Map.of("out_c", "mse")),
                "Unknown loss output \"out_c\". Did you mean \"out_a\"?\nKnown names: out_a, out_b");
        refused(
                c -> c.loss("mse").lossWeights(1),
                "lossWeights has 1 entry, but the model has 2 outputs: [out_a, out_b]");
        refused(c -> c.metrics("mae"), "There is no loss to make small. Give compile one, such as \"mse\".");
        refused(c -> c.loss(List.of(1, 2)), "A loss must be a name, a Loss or a lambda, but received Integer");
        refused(
                c -> c.loss("mse").metrics(List.of(1)),
                "A metric must be a name, a Metric or a lambda, but received Integer");
    }

    @Test
    void unknownNamesAreRefusedByCompileAndChangeNothing() {
        Sequential model = Sequential.of(Input.of(4), Dense.of(3));
        model.compile("sgd", "mse", "mae");
        List<String> names = new ArrayList<>(model.metricsNames());
        assertThatThrownBy(() -> model.compile("sgd", "mean_squared_eror"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown loss \"mean_squared_eror\". Did you mean \"mean_squared_error\"?\n");
        assertThatThrownBy(() -> model.compile("sgd", "mse", "acuracy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown metric \"acuracy\".");
        assertThatThrownBy(() -> model.compile("adma", "mse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown optimizer \"adma\". Did you mean \"adam\"?");
        assertThat(model.metricsNames()).isEqualTo(names);
        model.compile("sgd", "mse");
        assertThat(model.metricsNames()).containsExactly("loss");
    }

    private static void refused(Consumer<CompileBuilder> options, String message) {
        assertThatThrownBy(() -> resolved(twoOutputs(), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Object metric(Compiled compiled) {
        return compiled.outputs().get(0).metrics().get(0).metric();
    }

    private static Object loss(Compiled compiled) {
        return compiled.outputs().get(0).loss().orElseThrow();
    }
}
