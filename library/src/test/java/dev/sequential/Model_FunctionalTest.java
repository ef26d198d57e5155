package dev.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Add;
import dev.sequential.layers.Concatenate;
import dev.sequential.layers.Dense;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Graphs of layers: what they compute, and what is refused. */
class Model_FunctionalTest {
    private static final INDArray X = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});
    private static final INDArray Y = Nd4j.createFromArray(new float[][] {{10, 20}, {30, 40}, {50, 60}});

    /** Halves its input; two results. */
    private record Halves() implements LayerSpec {
        @Override
        public List<Tensor> call(Call call, List<Tensor> inputs) {
            Tensor x = inputs.get(0);
            return List.of(x.slice(1, 0, 1), x.slice(1, 1, 2));
        }

        @Override
        public Tensor call(Call call, Tensor x) {
            return call(call, List.of(x)).get(0);
        }
    }

    private static void assertRows(INDArray actual, float[][] expected) {
        assertThat(actual.toFloatMatrix()).isDeepEqualTo(expected);
    }

    @Test
    void operationsBetweenLayers() {
        Tensor a = Input.named("a", 2);
        Tensor b = Input.named("b", 2);
        Tensor scaled = a.plus(b).times(0.5).minus(b.mean(1).expandDims(-1));
        Model model = Model.of(List.of(a, b), List.of(scaled, a.zerosLike().plus(b)));
        List<INDArray> results = model.predictAll(Dataset.of(List.of(X, Y), List.of()), p -> p.batchSize(2));
        assertRows(results.get(0), new float[][] {{-9.5f, -4}, {-18.5f, -13}, {-27.5f, -22}});
        assertRows(results.get(1), Y.toFloatMatrix());
        assertThat(model.outputNames()).containsExactly("subtract", "add_1");
        assertThat(model.layers()).extracting(Layer::name).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void anInputMayBeAnOutputAndAnOutputMayGoOn() {
        Tensor a = Input.named("a", 2);
        Tensor hidden = Add.of().named("twice").apply(a, a);
        Tensor out = Add.of().named("thrice").apply(hidden, a);
        Model model = Model.of(List.of(a), List.of(a, hidden, out));
        assertThat(model.outputNames()).containsExactly("a", "twice", "thrice");
        List<INDArray> results = model.predictAll(X);
        assertRows(results.get(0), X.toFloatMatrix());
        assertRows(results.get(2), X.mul(3).toFloatMatrix());
    }

    @Test
    void aLayerMayHaveSeveralResults() {
        Tensor a = Input.named("a", 2);
        List<Tensor> halves = new Halves().named("halves").applyAll(a);
        Model model = Model.of(List.of(a), halves);
        assertThat(model.outputNames()).containsExactly("halves", "halves_1");
        assertRows(model.predictAll(X).get(1), new float[][] {{2}, {4}, {6}});
        assertThatThrownBy(() -> Sequential.of(Input.of(2), new Halves().named("halves")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Halves \"halves\" (layer 0) gives 2 results, but a Sequential passes one on. Make a model"
                        + " with Model.of.");
    }

    @Test
    void namesChooseArraysAndLosses() {
        Tensor a = Input.named("a", 2);
        Tensor b = Input.named("b", 2);
        Tensor sum = Add.of().named("sum").apply(a, b);
        Tensor all = Concatenate.of().named("all").apply(a, b);
        Model model = Model.of(List.of(a, b), List.of(Dense.of(1).named("left").apply(sum), all));
        model.compile("sgd", "mse");
        INDArray target = Nd4j.zeros(3, 1);
        History history = model.fit(
                Dataset.of(Map.of("b", Y, "a", X), Map.of("all", Nd4j.concat(1, X, Y), "left", target)),
                f -> f.verbose(0));
        assertThat(history.history().get("all_loss").get(0)).isZero();
        assertThat(model.inputNames()).containsExactly("a", "b");
    }

    @Test
    void partsOfAModelMakeAnother() {
        Sequential model = Sequential.of(
                Input.of(2), Dense.of(3).named("hidden"), Dense.of(1).named("out"));
        Model features =
                Model.of(model.inputs(), List.of(model.getLayer("hidden").output()));
        assertThat(features.predict(X).shape()).containsExactly(3, 3);
        assertThat(features.weights()).isEqualTo(model.getLayer("hidden").weights());
        assertThatThrownBy(() -> Dense.of(1).named("new").output())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Layer \"new\" has no output yet: it has not been used in a model");
        features.getLayer("hidden").apply(Input.named("again", 2));
        assertThatThrownBy(() -> features.getLayer("hidden").output())
                .hasMessage("Layer \"hidden\" has been used 2 times; keep what apply returned instead of asking for its"
                        + " output");
    }

    @Test
    void whatIsNotConnectedIsRefused() {
        Tensor a = Input.named("a", 2);
        Tensor b = Input.named("b", 2);
        Tensor sum = Add.of().apply(a, b);
        assertThatThrownBy(() -> Model.of(a, sum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The outputs depend on input \"b\", which is not among the model's inputs: a. Add it to"
                        + " them.");
        assertThatThrownBy(() -> Model.of(sum, sum))
                .hasMessageStartingWith("inputs of a model must come from Input, but received Tensor float32(None, 2)");
        assertThatThrownBy(() -> Model.of(List.of(a, a), List.of(a)))
                .hasMessage("Each input of a model must be given once, but received [a, a]");
        assertThatThrownBy(() -> Model.of(List.of(a), List.of())).hasMessage("outputs of a model must not be empty");
        assertThat(Model.of(List.of(a, b), List.of(a.times(2))).layers())
                .extracting(Layer::name)
                .containsExactly("a", "b");
    }

    @Test
    void namesAreUnique() {
        Tensor a = Input.named("a", 2);
        Tensor one = Dense.of(1).named("same").apply(a);
        Tensor two = Dense.of(1).named("same").apply(one);
        assertThatThrownBy(() -> Model.of(a, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two layers are named \"same\"; names in a model must be unique");
        assertThatThrownBy(() -> Sequential.of(
                        Input.of(2), Dense.of(1).named("same"), Dense.of(1).named("same")))
                .hasMessage("Two layers are named \"same\"; names in a model must be unique");
        Tensor again = Add.of().apply(a, Input.named("a", 2));
        assertThatThrownBy(() -> Model.of(List.of(a), List.of(again)))
                .hasMessage("Two layers are named \"a\"; names in a model must be unique");
    }

    @Test
    void aSharedLayerHasOneShape() {
        Layer shared = Dense.of(3).named("shared");
        shared.apply(Input.named("a", 4));
        assertThatThrownBy(() -> shared.apply(Input.named("b", 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Dense \"shared\": weight \"kernel\" was made with shape (4, 3), but this input needs (5, 3)."
                                + " Make another layer for it.");
        assertThatThrownBy(() -> Dense.of(3).named("open").apply(Input.named("c", -1)))
                .hasMessage(
                        "Dense \"open\": weight \"kernel\" of shape (None, 3) depends on an unknown length. Give the"
                                + " Input a full shape.");
        assertThatThrownBy(() -> shared.apply()).hasMessage("apply of layer \"shared\" needs at least one tensor");
    }

    @Test
    void aMessageSaysWhichLayerItIsAbout() {
        assertThatThrownBy(() -> Sequential.of(
                        Input.of(), Dense.of(3).named("first"), Dense.of(1).named("second")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dense \"first\" (layer 0) expects shape (batch, …, features), but received (None,)");
        Tensor a = Input.named("a", 2);
        assertThatThrownBy(() -> Dense.of(3).named("one").apply(a, a))
                .hasMessage("Dense \"one\" takes one input, but received 2");
    }

    @Test
    void anInputSaysItsBatchAndType() {
        Tensor a = Input.of(3).batchSize(32).dtype("int32").name("tokens").tensor();
        assertThat(a.shape()).isEqualTo(Shape.of(32, 3));
        assertThat(a.dtype()).hasToString("int32");
        assertThat(Model.of(a, a).getLayer(0).spec())
                .isEqualTo(Input.of(3).batchSize(32).dtype("int32"));
        assertThatThrownBy(() -> Input.of(3).dtype("int"))
                .hasMessage("Unknown dtype \"int\".\nKnown names: float32, float64, int32");
        assertThatThrownBy(() -> Input.of(3).batchSize(0))
                .hasMessageStartingWith("batchSize of Input must be 1 or more");
        assertThat(Sequential.of(Input.of(3).named("x"), Dense.of(1)).inputNames())
                .containsExactly("x");
    }
}
