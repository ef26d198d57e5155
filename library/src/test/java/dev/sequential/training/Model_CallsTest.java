package dev.sequential.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Model;
import dev.sequential.Scores;
import dev.sequential.Sequential;
import dev.sequential.callbacks.LambdaCallback;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.losses.MeanSquaredError;
import dev.sequential.metrics.Metric;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.SGD;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trained and asked models, with real steps. */
class Model_CallsTest {
    private INDArray x;
    private INDArray y;
    private Sequential model;

    @BeforeEach
    void begin() {
        Sequential.seed(3);
        x = Trial.numbers(80).div(40).sub(1).reshape(20, 4);
        y = x.sum(true, 1).castTo(DataType.FLOAT);
        model = Sequential.of(Input.of(4), Dense.of(8, "tanh"), Dense.of(1));
    }

    private static double[] numbers(INDArray array) {
        return array.ravel().toDoubleVector();
    }

    @Test
    void learns() {
        model.compile("adam", "mse", "mae");
        model.setLearningRate(0.01);
        History history = model.fit(x, y, f -> f.verbose(0).epochs(50).batchSize(6));
        List<Double> loss = history.history().get("loss");
        assertThat(loss.get(49)).isLessThan(loss.get(0) / 20);
        assertThat(model.iterations()).isEqualTo(200);
        assertThat(model.metricsNames()).containsExactly("loss", "mae");
        assertThat(model.history()).isSameAs(history);
    }

    @Test
    void resultsDoNotDependOnTheBatchSize() {
        model.compile("sgd", "mse", "mae");
        Scores whole = model.evaluate(x, y, e -> e.verbose(0).batchSize(20));
        INDArray all = model.predict(x, p -> p.batchSize(20));
        for (int batch : new int[] {1, 7, 32}) {
            Scores scores = model.evaluate(x, y, e -> e.verbose(0).batchSize(batch));
            assertThat(scores.loss()).isCloseTo(whole.loss(), org.assertj.core.data.Offset.offset(1e-6));
            assertThat(scores.get("mae")).isCloseTo(whole.get("mae"), org.assertj.core.data.Offset.offset(1e-6));
            assertThat(model.predict(x, p -> p.batchSize(batch)).equalsWithEps(all, 1e-6))
                    .isTrue();
        }
    }

    @Test
    void stepsLimitEvaluationAndPrediction() {
        model.compile("sgd", "mse");
        assertThat(model.predict(x, p -> p.batchSize(6).steps(2)).shape()).containsExactly(12, 1);
        Scores some = model.evaluate(x, y, e -> e.verbose(0).batchSize(5).steps(1));
        Scores first = model.testOnBatch(
                x.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 5)),
                y.get(org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 5)));
        assertThat(some.loss()).isCloseTo(first.loss(), org.assertj.core.data.Offset.offset(1e-5));
        assertThat(some.scalar()).isEqualTo(some.loss());
    }

    @Test
    void predictsWithoutCompilation() {
        Sequential unbuilt = Sequential.of(Dense.of(3));
        assertThat(unbuilt.predict(x).shape()).containsExactly(20, 3);
        assertThat(unbuilt.predictOnBatch(x)).isEqualTo(unbuilt.predict(x));
        unbuilt.compile("sgd", "mse");
        unbuilt.fit(x, Nd4j.zeros(DataType.FLOAT, 20, 3), f -> f.verbose(0));
        assertThat(unbuilt.predict(x).shape()).containsExactly(20, 3);
    }

    @Test
    void oneSeedGivesOneResult() {
        double[] first = trainedWithDropout(5);
        assertThat(trainedWithDropout(5)).isEqualTo(first);
        assertThat(trainedWithDropout(6)).isNotEqualTo(first);
    }

    private double[] trainedWithDropout(long seed) {
        Sequential.seed(seed);
        Sequential random = Sequential.of(Input.of(4), Dense.of(8, "relu"), Dropout.of(0.5), Dense.of(1));
        random.compile("sgd", "mse");
        random.fit(x, y, f -> f.verbose(0).epochs(3).batchSize(6));
        random.trainOnBatch(x, y);
        return numbers(random.getWeights().get(0));
    }

    @Test
    void testOnBatchChangesNothing() {
        model.compile("sgd", "mse");
        List<INDArray> before = model.getWeights();
        model.testOnBatch(x, y);
        model.evaluate(x, y, e -> e.verbose(0));
        assertThat(model.getWeights()).isEqualTo(before);
    }

    @Test
    void lossIsTheOneBeforeTheUpdate() {
        model.compile("sgd", "mse");
        Scores before = model.testOnBatch(x, y);
        assertThat(model.trainOnBatch(x, y).loss()).isEqualTo(before.loss());
        assertThat(model.testOnBatch(x, y).loss()).isLessThan(before.loss());
    }

    @Test
    void partsMayBeLambdas() {
        Optimizer plain = (u, w, g) -> w.minus(g.times(u.learningRate()));
        model.compile(c -> c.optimizer(plain)
                .loss((yTrue, yPred) -> yTrue.minus(yPred).square().mean(-1))
                .metrics(Metric.of(
                        "largest", (yTrue, yPred) -> yTrue.minus(yPred).abs().max(-1))));
        List<INDArray> weights = model.getWeights();
        Scores own = model.trainOnBatch(x, y);
        List<INDArray> after = model.getWeights();
        model.setWeights(weights);
        model.compile(
                SGD.of(0.01),
                MeanSquaredError.of(),
                Metric.of("largest", (a, b) -> a.minus(b).abs().max(-1)));
        assertThat(model.trainOnBatch(x, y)).isEqualTo(own);
        assertThat(model.getWeights()).isEqualTo(after);
        assertThat(own.asMap().keySet()).containsExactly("loss", "largest");
    }

    @Test
    void anOptimizerObjectGoesOnAndANameBeginsAnew() {
        SGD sgd = SGD.of(0.01);
        model.compile(sgd, "mse");
        model.trainOnBatch(x, y);
        model.compile(sgd, "mae");
        assertThat(model.iterations()).isEqualTo(1);
        model.trainOnBatch(x, y);
        assertThat(model.iterations()).isEqualTo(2);
        model.compile("sgd", "mse");
        model.trainOnBatch(x, y);
        model.compile("sgd", "mse");
        assertThat(model.iterations()).isZero();
        model.trainOnBatch(x, y);
        assertThat(model.iterations()).isEqualTo(1);
    }

    @Test
    void severalOutputs() {
        Tensor in = Input.named("in", 4);
        Model two = Model.of(
                List.of(in),
                List.of(Dense.of(1).named("a").apply(in), Dense.of(2).named("b").apply(in)));
        two.compile(c -> c.optimizer("sgd").loss(Map.of("a", "mse")).metrics("mae"));
        assertThat(two.metricsNames()).containsExactly("loss", "a_loss", "a_mae");
        List<INDArray> before = two.getWeights();
        two.fit(Dataset.of(Map.of("in", x), Map.of("a", y)), f -> f.verbose(0));
        assertThat(two.getWeights().get(0)).isNotEqualTo(before.get(0));
        assertThat(two.getWeights().get(2)).isEqualTo(before.get(2));
        assertThat(two.predictAll(x)).extracting(a -> a.size(1)).containsExactly(1L, 2L);
        assertThatThrownBy(() -> two.predict(x))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Model \"functional\" has 2 outputs: [a, b]. Use predictAll to get them all.");
    }

    @Test
    void aModelThatGrowsGetsNewSteps() {
        model.compile("sgd", "mse");
        model.fit(x, y, f -> f.verbose(0));
        model.add(Dense.of(3));
        assertThat(model.predict(x).shape()).containsExactly(20, 3);
        model.fit(x, Nd4j.zeros(DataType.FLOAT, 20, 3), f -> f.verbose(0));
        assertThat(model.evaluate(x, Nd4j.zeros(DataType.FLOAT, 20, 3), e -> e.verbose(0))
                        .loss())
                .isFinite();
    }

    @Test
    void callsOfSeveralThreadsFollowEachOther() throws InterruptedException {
        model.compile("sgd", "mse");
        CountDownLatch training = new CountDownLatch(1);
        AtomicInteger epochs = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        Thread other = new Thread(() -> {
            try {
                training.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            model.predict(x);
            seen.set(epochs.get());
        });
        other.start();
        model.fit(
                x,
                y,
                f -> f.verbose(0)
                        .epochs(20)
                        .callbacks(LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> {
                            training.countDown();
                            epochs.incrementAndGet();
                        }))));
        other.join(10_000);
        assertThat(seen).hasValue(20);
    }

    @Test
    void aScheduleRefusesAnotherRate() {
        Optimizer scheduled = new Optimizer() {
            @Override
            public Tensor update(Update u, Tensor weight, Tensor gradient) {
                return weight.minus(gradient.times(u.learningRate()));
            }

            @Override
            public java.util.Optional<dev.sequential.schedules.Schedule> schedule() {
                return java.util.Optional.of(step -> 0.5 / (step + 1));
            }
        };
        model.compile(scheduled, "mse");
        model.trainOnBatch(x, y);
        assertThat(model.learningRate()).isEqualTo(0.25);
        assertThatThrownBy(() -> model.setLearningRate(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The learning rate cannot be set: the optimizer has a schedule that sets it at each step");
    }
}
