package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.Input;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Masks;
import dev.sequential.unit.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What merge layers do with shapes and masks beyond Keras's golden values. */
class Merge_JoinTest {
    private static final Values A = Values.of(Shape.of(1, 3, 1), 1, 2, 3);
    private static final Values B = Values.of(Shape.of(1, 3, 1), 4, -5, 6);
    private static final Values MASK_A = Values.of(Shape.of(1, 3), 1, 1, 0);
    private static final Values MASK_B = Values.of(Shape.of(1, 3), 1, 0, 0);

    static List<String> backends() {
        return Compute.BACKENDS;
    }

    private static void check(LayerSpec layer, String backend, double[] values, double[] mask) {
        List<Values> results = Masks.run(backend, layer, List.of(A, B), List.of(MASK_A, MASK_B));
        assertThat(results.get(0).data()).isEqualTo(values);
        assertThat(results.get(1).data()).isEqualTo(mask);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void masksAreJoinedByOr(String backend) {
        check(Add.of(), backend, new double[] {5, -3, 9}, new double[] {1, 1, 0});
        check(Subtract.of(), backend, new double[] {-3, 7, -3}, new double[] {1, 1, 0});
        check(Average.of(), backend, new double[] {2.5, -1.5, 4.5}, new double[] {1, 1, 0});
        check(Multiply.of(), backend, new double[] {4, 2, 0}, new double[] {1, 1, 0});
        check(Maximum.of(), backend, new double[] {4, 2, 3}, new double[] {1, 1, 0});
        check(Minimum.of(), backend, new double[] {1, 2, 3}, new double[] {1, 1, 0});
        check(Concatenate.of(), backend, new double[] {1, 4, 2, -5, 3, 6}, new double[] {1, 1, 0});
        check(Concatenate.of(1), backend, new double[] {1, 2, 3, 4, -5, 6}, new double[] {1, 1, 0, 1, 0, 0});
    }

    @ParameterizedTest
    @MethodSource("backends")
    void oneInputWithoutMaskLeavesNone(String backend) {
        for (LayerSpec layer : List.of(Add.of(), Multiply.of(), Maximum.of(), Dot.of(1))) {
            assertThat(Masks.run(backend, layer, List.of(A, B), List.of(MASK_A)))
                    .hasSize(1);
        }
        assertThat(Masks.run(backend, Concatenate.of(1), List.of(A, B), List.of(MASK_A))
                        .get(1)
                        .data())
                .containsExactly(1, 1, 0, 1, 1, 1);
        assertThat(Masks.run(backend, Multiply.of(), List.of(A, B), List.of(MASK_A))
                        .get(0)
                        .data())
                .containsExactly(4, -10, 6);
    }

    @Test
    void shapesAreBroadcastAfterTheBatch() {
        Tensor a = Input.named("a", 3, 4);
        Tensor b = Input.named("b", 4);
        assertThat(Add.of().apply(a, b).shape()).isEqualTo(Shape.of(-1, 3, 4));
        assertThat(Add.of().apply(b).shape()).isEqualTo(Shape.of(-1, 4));
        assertThat(Dot.of(2, 1).apply(a, b).shape()).isEqualTo(Shape.of(-1, 3));
        assertThat(Dot.of(1).apply(b, b).shape()).isEqualTo(Shape.of(-1, 1));
        assertThat(Dot.of(1).apply(a, a).shape()).isEqualTo(Shape.of(-1, 4, 4));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Tensor a = Input.named("a", 3);
        Tensor b = Input.named("b", 4);
        Tensor rows = Input.of(3).batchSize(2).tensor();
        Tensor more = Input.of(3).batchSize(5).tensor();
        assertThatThrownBy(() -> Add.of().named("add").apply(a, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Add \"add\" cannot join shapes [(None, 3), (None, 4)]: lengths must be equal or 1, those of"
                                + " the batch equal");
        assertThatThrownBy(() -> Multiply.of().named("m").apply(rows, more))
                .hasMessage("Multiply \"m\" cannot join shapes [(2, 3), (5, 3)]: lengths must be equal or 1, those of"
                        + " the batch equal");
        assertThatThrownBy(() -> Subtract.of().named("s").apply(a, a, a))
                .hasMessage("Subtract \"s\" takes 2 inputs, but received 3");
        assertThatThrownBy(() -> Concatenate.of(0).named("c").apply(a, b))
                .hasMessage("Concatenate \"c\" along axis 0 expects shapes that agree elsewhere, but received"
                        + " [(None, 3), (None, 4)]");
        assertThatThrownBy(() -> Dot.of(1).named("d").apply(a)).hasMessage("Dot \"d\" takes 2 inputs, but received 1");
        assertThatThrownBy(() -> Dot.of(1).named("d").apply(a, b))
                .hasMessage(
                        "Dot \"d\" expects axes of one length, but axis 1 of (None, 3) has 3 and axis 1 of (None, 4)"
                                + " has 4");
        assertThatThrownBy(() -> Dot.of(0)).hasMessage("axes of Dot must not contain 0, the batch, but received [0]");
        assertThatThrownBy(() -> Dot.of(-2).named("d").apply(a, a))
                .hasMessage(
                        "Dot \"d\" cannot sum over the batch, axis 0, but axes are [-2] of (None, 3) and (None, 3)");
    }
}
