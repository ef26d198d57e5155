package dev.sequential.contract;

import static dev.sequential.contract.Feeds.batch;
import static dev.sequential.contract.Fixtures.STILL;
import static dev.sequential.contract.Fixtures.column;
import static dev.sequential.contract.Fixtures.line;
import static dev.sequential.contract.Fixtures.refused;
import static dev.sequential.contract.Fixtures.slope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.layers.Dense;
import dev.sequential.optimizers.SGD;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Section 20.8: what an exception and a recompilation leave behind. */
class Cross_StateRowsTest implements Rows {
    private static final INDArray X = column(1, 2, 3);
    private static final INDArray Y = column(2, 4, 6);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void x8_anExceptionLeavesNoThreadAndAModelThatWorks(int workers) {
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse");
        IllegalStateException mine = new IllegalStateException("mine");
        for (String hook : List.of("begin", "batch", "epoch")) {
            assertThatThrownBy(() -> model.fit(
                            Feeds.generator(batch(2, 1)),
                            f -> f.stepsPerEpoch(5).workers(workers).callbacks(failing(hook, mine))))
                    .isSameAs(mine);
            assertThat(Feeds.batchThreads()).isEmpty();
        }
        model.stopTraining();
        assertThat(model.fit(X, Y, f -> f.epochs(2)).epoch()).containsExactly(0, 1);
        assertThat(model.predict(X).shape()).containsExactly(3, 1);
    }

    private static LambdaCallback failing(String hook, RuntimeException e) {
        return LambdaCallback.of(c -> {
            if (hook.equals("begin")) c.trainBegin(logs -> thrown(e));
            if (hook.equals("batch")) c.trainBatchEnd((batch, logs) -> thrown(e));
            if (hook.equals("epoch")) c.epochEnd((epoch, logs) -> thrown(e));
        });
    }

    private static void thrown(RuntimeException e) {
        throw e;
    }

    @Test
    void x8_nothingOfAnEarlierFitIsLeft() {
        Sequential model = line(0);
        model.compile(STILL, "mae", "mse");
        History first = model.fit(column(0), column(100), f -> f.validationData(column(0), column(100)));
        History second = model.fit(column(0), column(1));
        assertThat(first.history().get("loss")).containsExactly(100.0);
        assertThat(second.history()).isEqualTo(Map.of("loss", List.of(1.0), "mse", List.of(1.0)));
    }

    @Test
    void x9_aRecompilationForgetsMetricsAndKeepsWeights() {
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse", "mae");
        model.fit(X, Y);
        List<INDArray> weights = model.getWeights();
        model.compile("sgd", "mae");
        assertThat(model.metricsNames()).containsExactly("loss");
        assertThat(model.getWeights()).isEqualTo(weights);
        assertThat(model.evaluate(X, Y).asMap()).containsOnlyKeys("loss");
        model.compile("sgd", "mae", "mse");
        model.trainOnBatch(column(0), column(10), b -> b.resetMetrics(false));
        model.compile("sgd", "mae", "mse");
        assertThat(model.testOnBatch(column(0), column(2), b -> b.resetMetrics(false))
                        .get("mse"))
                .isEqualTo(4);
    }

    @Test
    void x9_freezingALayerTakesEffectWithTheNextCompilation() {
        Sequential model = line(1);
        model.compile(SGD.of(0.01), "mse");
        model.getLayer(0).setTrainable(false);
        History history = model.fit(X, Y);
        assertThat(history.warnings())
                .containsExactly(
                        "trainable of layer \"line\" was changed after compile; it takes effect with the next compile");
        double trained = slope(model);
        assertThat(trained).isNotEqualTo(1);
        model.compile(SGD.of(0.01), "mse");
        refused(() -> model.fit(X, Y), "The loss of model \"sequential\" depends on none of its trainable weights");
        model.getLayer(0).setTrainable(true);
        model.compile(SGD.of(0.01), "mse");
        assertThat(model.fit(X, Y).warnings()).isEmpty();
        assertThat(slope(model)).isNotEqualTo(trained);
    }

    /** As of a discriminator, which learns by itself but not as part of the model that is to deceive it. */
    @Test
    void x9_aCompiledModelStillTrainsALayerThatIsFrozenForAnother() {
        Sequential judge = line(1);
        judge.compile(SGD.of(0.01), "mse");
        judge.setTrainable(false);
        Sequential whole = Sequential.of(Input.of(1), Dense.of(1).named("maker"), judge);
        whole.compile(SGD.of(0.01), "mse");
        double maker = slope(whole);
        whole.trainOnBatch(X, Y);
        assertThat(slope(whole)).isNotEqualTo(maker);
        assertThat(slope(judge)).isEqualTo(1);
        judge.trainOnBatch(X, Y);
        assertThat(slope(judge)).isNotEqualTo(1);
    }
}
