package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Trace;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Masks;
import dev.sequential.unit.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Attention with masks, dropout, several axes and inside a model, beyond Keras's golden values. */
class Attention_UseTest {
    static List<String> backends() {
        return Compute.BACKENDS;
    }

    private static Values random(long... dims) {
        Shape shape = Shape.of(dims);
        java.util.Random random = new java.util.Random(7);
        return Values.of(
                shape, random.doubles(shape.size(), -1, 1).map(d -> (float) d).toArray());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void maskedValuesCountForNothing(String backend) {
        Layer layer = MultiHeadAttention.of(2, 3).named("mha");
        Values query = random(1, 2, 4);
        Values value = random(1, 3, 4);
        Values mask = Values.of(Shape.of(1, 3), 1, 0, 1);
        Values all = Values.of(Shape.of(1, 2), 1, 1);
        double[] changed = value.data().clone();
        for (int i = 4; i < 8; i++) changed[i] = 9;
        Values other = Values.of(value.shape(), changed);
        List<Values> y = Masks.run(backend, layer, List.of(query, value), List.of(all, mask));
        List<Values> z = Masks.run(backend, layer, List.of(query, other), List.of(all, mask));
        assertThat(z.get(0).data())
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(y.get(0).data());
        assertThat(y.get(1).data()).containsExactly(1, 1);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void otherAxesBelongToTheBatch(String backend) {
        Values x = random(2, 3, 4, 5);
        Layer rows =
                MultiHeadAttention.of(2, 3, m -> m.attentionAxes(List.of(2))).named("rows");
        double[] whole =
                Masks.run(backend, rows, List.of(x, x), List.of()).get(0).data();
        Layer plain = MultiHeadAttention.of(2, 3).named("plain");
        Values flat = Values.of(Shape.of(6, 4, 5), x.data());
        Masks.run(backend, plain, List.of(flat, flat), List.of());
        plain.setWeights(rows.getWeights());
        double[] each =
                Masks.run(backend, plain, List.of(flat, flat), List.of()).get(0).data();
        assertThat(whole).usingComparatorWithPrecision(1e-5).containsExactly(each);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aSharedKeyHeadIsAsGoodAsEqualOnes(String backend) {
        Values x = random(2, 3, 4);
        Layer grouped = GroupQueryAttention.of(3, 2, 1).named("grouped");
        Layer full = MultiHeadAttention.of(2, 3).named("full");
        double[] y =
                Masks.run(backend, grouped, List.of(x, x), List.of()).get(0).data();
        Masks.run(backend, full, List.of(x, x), List.of());
        List<INDArray> weights = grouped.getWeights().stream()
                .map(w -> w.rank() == 3 && w.size(1) == 1 ? Nd4j.concat(1, w, w) : w)
                .map(w -> w.rank() == 2 && w.size(0) == 1 ? Nd4j.concat(0, w, w) : w)
                .toList();
        full.setWeights(weights);
        assertThat(Masks.run(backend, full, List.of(x, x), List.of()).get(0).data())
                .usingComparatorWithPrecision(1e-5)
                .containsExactly(y);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void dropoutTakesSharesInTraining(String backend) {
        Values x = random(4, 20, 6);
        Tensor input = Tensor.of(new Placeholder("x", x.type()));
        Attention layer = Attention.of(a -> a.dropout(0.5).returnAttentionScores(true));
        Tensor shares =
                new Trace(true).call(layer.named("a"), List.of(input, input)).get(1);
        double[] values = Compute.run(backend, List.of(input), List.of(x), List.of(shares), Map.of())
                .get(0)
                .data();
        double zero = Arrays.stream(values).filter(v -> v == 0).count() / (double) values.length;
        assertThat(zero).isCloseTo(0.5, within(0.06));
        assertThat(Arrays.stream(values).sum() / 80).isCloseTo(1, within(0.15));
    }

    @Test
    void aTransformerBlockLearns() {
        Tensor tokens = Input.of(6).dtype("int32").name("tokens").tensor();
        Tensor x = Embedding.of(10, 8, e -> e.maskZero(true)).apply(tokens);
        List<Tensor> attended = MultiHeadAttention.of(2, 4, m -> m.returnAttentionScores(true))
                .named("attention")
                .applyAll(x, x);
        Tensor y = LayerNormalization.of().apply(Add.of().apply(x, attended.get(0)));
        Tensor out = Dense.of(10, "softmax").named("out").apply(y);
        Model model = Model.of(List.of(tokens), List.of(out, attended.get(1)));
        model.compile(c -> c.optimizer("adam").loss(Map.of("out", "sparse_categorical_crossentropy")));
        INDArray ids = Nd4j.createFromArray(new int[][] {{1, 2, 3, 4, 0, 0}, {5, 6, 7, 8, 9, 0}});
        History history = model.fit(
                Dataset.of(Map.of("tokens", ids), Map.of("out", ids)),
                f -> f.epochs(30).verbose(0));
        List<Double> loss = history.history().get("loss");
        assertThat(loss.get(29)).isLessThan(loss.get(0));
        INDArray shares = model.predictAll(ids).get(1);
        assertThat(shares.shape()).containsExactly(2, 2, 6, 6);
        assertThat(shares.getDouble(0, 0, 1, 5)).isZero();
    }
}
