package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.Trace;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Masks;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Where masks come from, which layers pass them on, and what is said of those that do not. */
class Masks_PassTest {
    private static final Values X = Values.of(Shape.of(1, 3, 2), 1, -2, 3, 4, -5, 6);
    private static final Values MASK = Values.of(Shape.of(1, 3), 1, 0, 1);

    static List<String> backends() {
        return Compute.BACKENDS;
    }

    static Stream<LayerSpec> transparent() {
        return Stream.of(
                Identity.of(),
                Activation.of("relu"),
                Dense.of(2),
                Dropout.of(0.5),
                ReLU.of(),
                LeakyReLU.of(),
                ELU.of(),
                PReLU.of(),
                Softmax.of(),
                ActivityRegularization.of(1, 0),
                SpatialDropout1D.of(0.5),
                GaussianNoise.of(1),
                GaussianDropout.of(0.5),
                AlphaDropout.of(0.5),
                BatchNormalization.of(),
                LayerNormalization.of(),
                GroupNormalization.of(1),
                UnitNormalization.of(),
                Rescaling.of(2),
                Normalization.of(),
                MultiHeadAttention.of(1, 2));
    }

    static Stream<LayerSpec> opaque() {
        return Stream.of(
                Permute.of(2, 1),
                Flatten.of(),
                Reshape.of(6),
                RMSNormalization.of(),
                EinsumDense.of("abc,cd->abd", -1, 3),
                Lambda.of(x -> x.times(2)),
                Embedding.of(9, 2));
    }

    private static Trace traced(LayerSpec layer, boolean two) {
        Tensor x = Tensor.of(new Placeholder("x", X.type()));
        Tensor mask = Tensor.of(new Placeholder("mask", MASK.type()));
        Trace trace = new Trace(false);
        Masks.give(trace, x, mask);
        Tensor y =
                trace.call(layer.named("it"), two ? List.of(x, x) : List.of(x)).get(0);
        if (trace.mask(y) != null) assertThat(trace.mask(y)).isSameAs(mask);
        else assertThat(trace.warnings()).hasSize(1);
        return trace;
    }

    @ParameterizedTest
    @MethodSource("transparent")
    void passedOn(LayerSpec layer) {
        assertThat(traced(layer, layer instanceof MultiHeadAttention).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("opaque")
    void droppedWithAWarning(LayerSpec layer) {
        assertThat(traced(layer, false).warnings())
                .containsExactly("Layer \"it\" received a mask and drops it: " + layer.typeName()
                        + " does not pass masks on, so later layers and the loss see none.");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void maskingLeavesOutStepsOfOneValue(String backend) {
        Values x = Values.of(Shape.of(2, 3, 2), 0.1, 0.1, 0.1, 5, 3, 4, 0, 0, 0.1, 0, 0.1, 0.1);
        List<Values> results = Masks.run(backend, Masking.of(0.1), List.of(x), List.of());
        assertThat(results.get(1).data()).containsExactly(0, 1, 1, 1, 1, 0);
        assertThat(results.get(0).data())
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(0, 0, 0.1, 5, 3, 4, 0, 0, 0.1, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void softmaxGivesMaskedStepsNothing(String backend) {
        List<Values> results = Masks.run(backend, Softmax.of(1), List.of(X), List.of(MASK));
        double first = 1 / (1 + Math.exp(-6));
        assertThat(results.get(0).data())
                .usingComparatorWithPrecision(1e-5)
                .containsExactly(first, 1 / (1 + Math.exp(8)), 0, 0, 1 - first, 1 / (1 + Math.exp(-8)));
    }

    @Test
    void aMaskReachesTheLossThroughModelsInModels() {
        Sequential inside = Sequential.of("inside", Embedding.of(5, 2, e -> e.maskZero(true)), Activation.of("tanh"));
        Sequential model = Sequential.of(Input.of(3).dtype("int32"), inside, Dense.of(1));
        model.compile("sgd", "mae");
        INDArray x = Nd4j.createFromArray(new int[][] {{1, 0, 0}});
        INDArray all = model.predict(x);
        INDArray target = all.dup();
        target.putScalar(new int[] {0, 0, 0}, target.getDouble(0, 0, 0) + 3);
        target.putScalar(new int[] {0, 1, 0}, 100);
        assertThat(model.evaluate(x, target).loss()).isEqualTo(3, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void anIntegerWithoutARowIsRefused() {
        for (String backend : Compute.BACKENDS) {
            Values tokens = Values.of(Shape.of(2), 0, 7).as(DType.INT32);
            assertThatThrownBy(() -> Masks.run(backend, Embedding.of(7, 2).named("tokens"), List.of(tokens), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Places must be from 0 to 6, but received 7")
                    .hasMessageContaining("tokens");
        }
    }

    @Test
    void oneTableEmbedsAndGoesBack() {
        ReversibleEmbedding spec = ReversibleEmbedding.of(4, 3);
        var tokens = spec.named("tokens");
        Tensor ids = Input.of(2).dtype("int32").name("ids").tensor();
        Tensor scores = tokens.called(spec.reversed()).apply(tokens.apply(ids));
        Model model = Model.of(ids, scores);
        assertThat(scores.shape()).isEqualTo(Shape.of(-1, 2, 4));
        assertThat(model.countParams()).isEqualTo(12);
        assertThat(model.layers()).hasSize(2);
        INDArray x = Nd4j.createFromArray(new int[][] {{1, 2}});
        INDArray table = tokens.getWeights().get(0);
        INDArray expected = table.mmul(table.transpose()).getRows(1, 2);
        assertThat(model.predict(Dataset.of(x)).reshape(2, 4).equalsWithEps(expected, 1e-6))
                .isTrue();
        assertThatThrownBy(() -> tokens.called(Dense.of(1)))
                .hasMessage("Layer \"tokens\" is ReversibleEmbedding and cannot be called as Dense");
    }

    @Test
    void typesAreThoseOfTheInput() {
        Tensor ids = Tensor.of(new Placeholder("ids", new Type(Shape.of(-1, 4), DType.INT32)));
        assertThat(Embedding.of(9, 2).apply(ids).type()).isEqualTo(new Type(Shape.of(-1, 4, 2), DType.FLOAT32));
        assertThat(Embedding.of(9, 2).apply(Input.named("f", 4)).shape()).isEqualTo(Shape.of(-1, 4, 2));
    }
}
