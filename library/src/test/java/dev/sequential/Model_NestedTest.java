package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Zeros;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Subtract;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models as layers: in a chain, in a graph, applied twice, frozen. */
class Model_NestedTest {
    private static final INDArray X = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});

    {
        Sequential.seed(1);
    }

    private final Sequential encoder = Sequential.of(
            "encoder",
            Input.of(2),
            Dense.of(3, "relu").named("inner"),
            Dense.of(2).named("code"));

    /** Counts its calls in training, adds 0.5 to the loss and passes its input on. */
    private record Counter() implements LayerSpec {
        @Override
        public Tensor call(Call call, Tensor x) {
            Tensor count = call.state("count", Shape.scalar(), Zeros.of());
            call.update(count, count.plus(1));
            call.addLoss(x.like(0.5));
            return x.plus(call.random(RandomOp.Kind.NORMAL, 0, 1, x.shape(), OptionalLong.empty())
                    .times(0));
        }
    }

    @Test
    void aModelInAChainIsALayer() {
        Sequential model = Sequential.of("whole", encoder, Dense.of(1).named("out"));
        assertThat(model.isBuilt()).isTrue();
        assertThat(model.layers()).extracting(Layer::name).containsExactly("encoder", "out");
        assertThat(model.countParams()).isEqualTo(2 * 3 + 3 + 3 * 2 + 2 + 2 + 1);
        assertThat(model.weights()).containsAll(encoder.weights());
        INDArray code = encoder.predict(X);
        INDArray expected = code.mmul(model.getLayer("out").getWeights().get(0))
                .addRowVector(model.getLayer("out").getWeights().get(1));
        assertThat(model.predict(X).equalsWithEps(expected, 1e-5)).isTrue();
    }

    @Test
    void aModelWithoutInputTakesItsFirstOne() {
        Sequential open = Sequential.of("open", Dense.of(3).named("dense"));
        Sequential model = Sequential.of(Input.of(5), open, Dense.of(1).named("out"));
        assertThat(open.isBuilt()).isTrue();
        assertThat(model.countParams()).isEqualTo(5 * 3 + 3 + 3 + 1);
    }

    @Test
    void appliedTwiceItSharesItsWeights() {
        Tensor a = Input.named("a", 2);
        Tensor b = Input.named("b", 2);
        Tensor difference = Subtract.of().named("difference").apply(encoder.apply(a), encoder.apply(b));
        Model twins = Model.of("twins", List.of(a, b), List.of(difference));
        assertThat(twins.layers()).extracting(Layer::name).containsExactly("a", "b", "encoder", "difference");
        assertThat(twins.countParams()).isEqualTo(encoder.countParams());
        INDArray zero = twins.predict(Dataset.of(List.of(X, X), List.of()));
        assertThat(zero.amaxNumber().doubleValue()).isZero();
        twins.compile("sgd", "mse");
        INDArray before = encoder.getWeights().get(0);
        twins.fit(Dataset.of(List.of(X, X.mul(2)), List.of(X)), f -> f.verbose(0));
        assertThat(encoder.getWeights().get(0)).isNotEqualTo(before);
        assertThat(twins.summary()).hasToString("""
                Model: "twins"
                ┏━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┳━━━━━━━━━━━━━━━━━━┓
                ┃ Layer (type)          ┃ Output Shape ┃ Param # ┃ Connected to     ┃
                ┡━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━━━━━━━━━━━┩
                │ a (InputLayer)        │ (None, 2)    │       0 │                  │
                ├───────────────────────┼──────────────┼─────────┼──────────────────┤
                │ b (InputLayer)        │ (None, 2)    │       0 │                  │
                ├───────────────────────┼──────────────┼─────────┼──────────────────┤
                │ encoder (Sequential)  │ (None, 2)    │      17 │ a, b             │
                ├───────────────────────┼──────────────┼─────────┼──────────────────┤
                │ difference (Subtract) │ (None, 2)    │       0 │ encoder, encoder │
                └───────────────────────┴──────────────┴─────────┴──────────────────┘
                 Total params: 17
                 Trainable params: 17
                 Non-trainable params: 0
                 Optimizer params: 2""");
    }

    @Test
    void aSummaryMayShowWhatIsInside() {
        Sequential model =
                Sequential.of("whole", Input.of(2), encoder, Dense.of(1).named("out"));
        assertThat(model.summary(s -> s.expandNested(true))).hasToString("""
                Model: "whole"
                ┏━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┓
                ┃ Layer (type)         ┃ Output Shape ┃ Param # ┃
                ┡━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━┩
                │ encoder (Sequential) │ (None, 2)    │      17 │
                ├──────────────────────┼──────────────┼─────────┤
                │    └ inner (Dense)   │ (None, 3)    │       9 │
                ├──────────────────────┼──────────────┼─────────┤
                │    └ code (Dense)    │ (None, 2)    │       8 │
                ├──────────────────────┼──────────────┼─────────┤
                │ out (Dense)          │ (None, 1)    │       3 │
                └──────────────────────┴──────────────┴─────────┘
                 Total params: 20
                 Trainable params: 20
                 Non-trainable params: 0""");
    }

    @Test
    void freezingReachesAllItsLayers() {
        Sequential model = Sequential.of(Input.of(2), encoder, Dense.of(1).named("out"));
        Frozen before = Frozen.now(model);
        encoder.setTrainable(false);
        assertThat(before.changed()).contains("inner", "code").doesNotContain("out");
        assertThat(encoder.getLayer("inner").trainable()).isFalse();
        assertThat(model.trainableWeights()).isEqualTo(model.getLayer("out").weights());
        encoder.getLayer("code").setTrainable(true);
        assertThat(model.trainableWeights()).hasSize(4);
        assertThat(encoder.trainableWeights()).isEmpty();
        model.compile("sgd", "mse");
        INDArray frozen = encoder.getLayer("inner").getWeights().get(0);
        model.fit(X, X.getColumns(0), f -> f.verbose(0));
        assertThat(encoder.getLayer("inner").getWeights().get(0)).isEqualTo(frozen);
        model.setTrainable(false);
        assertThat(model.trainableWeights()).isEmpty();
    }

    @Test
    void statesLossesAndNoiseInsideCount() {
        Layer counter = new Counter().named("counter");
        Sequential inside = Sequential.of("inside", Input.of(2), counter, Dropout.of(0.5));
        Tensor a = Input.named("a", 2);
        Tensor twice = Subtract.of().apply(inside.apply(a), inside.apply(a));
        Model model =
                Model.of(a, Dense.of(1, d -> d.kernelInitializer(Zeros.of())).apply(twice));
        model.compile("sgd", "mse");
        Scores scores = model.trainOnBatch(X, Nd4j.zeros(4, 1));
        assertThat(scores.loss()).isEqualTo(1);
        assertThat(counter.getWeights().get(0).getDouble(0)).isEqualTo(2);
        assertThat(model.predict(X).amaxNumber().doubleValue()).isZero();
        assertThat(counter.getWeights().get(0).getDouble(0)).isEqualTo(2);
    }

    @Test
    void anotherNameDoesNotMakeAnotherModel() {
        Layer renamed = encoder.named("other");
        Sequential model = Sequential.of(Input.of(2), renamed);
        assertThat(model.layers()).extracting(Layer::name).containsExactly("other");
        assertThat(model.weights()).isEqualTo(encoder.weights());
    }

    @Test
    void whatDoesNotFitItIsRefused() {
        assertThatThrownBy(() -> encoder.apply(Input.named("a", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("Sequential \"encoder\": input \"input_layer.*\" expects shape \\(None, 2\\), but"
                        + " received \\(None, 3\\)");
        Tensor a = Input.named("a", 2);
        assertThatThrownBy(() -> encoder.apply(a, a))
                .hasMessage(
                        "Sequential \"encoder\" takes 1 inputs of shapes [(None, 2)], but received 2: [(None, 2), (None, 2)]");
        assertThatThrownBy(() -> Sequential.of("a/b"))
                .hasMessage("name of a model must not be empty or contain '/', but received a/b");
    }
}
