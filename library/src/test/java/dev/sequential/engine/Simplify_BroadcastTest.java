package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is repeated is repeated as late as can be: an element-wise operation does it itself, at no cost. */
class Simplify_BroadcastTest {
    private final Tensor x = Programs.input("x", DType.FLOAT32, 2, 3);
    private final Tensor a = Programs.input("a", DType.FLOAT32, 2, 1);
    private final Tensor b = Programs.input("b", DType.FLOAT32, 2, 1);
    private final Tensor row = Programs.input("row", DType.FLOAT32, 3);

    private static Tensor repeated(Tensor t) {
        return t.broadcastTo(Shape.of(2, 3));
    }

    private void has(Tensor result, double[] expected, boolean isRepeated) {
        List<Tensor> inputs = List.of(x, a, b, row);
        List<double[]> values = List.of(
                new double[] {1, 2, 3, 4, 5, 6}, new double[] {10, 20}, new double[] {1, 2}, new double[] {7, 8, 9});
        try (Program program = Program.compile(inputs, List.of(result), Map.of(), Backends.of("auto"))) {
            assertThat(Programs.run(program, values, 1).get(0)).containsExactly(expected);
            assertThat(program.describe().contains("Broadcast")).isEqualTo(isRepeated);
        }
    }

    @Test
    void sumsOfRepeatedElementsAreRepeatedSums() {
        has(x.times(repeated(a).plus(repeated(b)).square()), new double[] {121, 242, 363, 1936, 2420, 2904}, false);
    }

    @Test
    void aRowAndAColumnMeetWithoutBeingRepeated() {
        has(repeated(a).plus(repeated(row)), new double[] {17, 18, 19, 27, 28, 29}, false);
    }

    @Test
    void aResultIsRepeatedAllTheSame() {
        has(repeated(a).plus(repeated(b)), new double[] {11, 11, 11, 22, 22, 22}, true);
    }

    /** As in multi-head attention, whose projections give each head a part of the features and a part of the bias. */
    @Test
    void aBiasOfReshapedFeaturesIsAddedByTheProduct() {
        Tensor weights = Programs.input("weights", DType.FLOAT32, 3, 4);
        Tensor bias = Programs.input("bias", DType.FLOAT32, 2, 2);
        Tensor heads = x.matmul(weights).reshape(Shape.of(2, 2, 2)).plus(bias);
        List<double[]> values = List.of(
                new double[] {1, 2, 3, 4, 5, 6},
                new double[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1},
                new double[] {10, 20, 30, 40});
        try (Program program =
                Program.compile(List.of(x, weights, bias), List.of(heads), Map.of(), Backends.of("auto"))) {
            assertThat(Programs.run(program, values, 1).get(0)).containsExactly(11, 22, 33, 46, 14, 25, 36, 55);
            assertThat(program.describe()).contains("Linear (2, 4)").doesNotContain("Binary");
        }
    }
}
