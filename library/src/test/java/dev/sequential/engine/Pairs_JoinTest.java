package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Operations that share work are joined where both are there, and only then; results stay. */
class Pairs_JoinTest {
    private static final Window WINDOW = Window.of(List.of(2L, 2L), List.of(1L, 1L));

    private static String kernels(List<Tensor> inputs, List<Tensor> results) {
        try (Program program = Program.compile(inputs, results, Map.of(), Backends.of("auto"))) {
            return program.describe();
        }
    }

    private static void sameOnBothBackends(List<Tensor> inputs, List<Tensor> results) {
        Random random = new Random(5);
        List<double[]> values = inputs.stream()
                .map(t -> Programs.random(random, t.shape(), -1, 1))
                .toList();
        List<double[]> plain = Programs.run("nd4j", inputs, values, results);
        List<double[]> joined = Programs.run("auto", inputs, values, results);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(joined.get(i)).containsExactly(plain.get(i), Offset.offset(2e-5));
        }
    }

    @Test
    void gradientsByKernelAndBiasAreMadeTogether() {
        Tensor x = Programs.input("x", DType.FLOAT32, 2, 6, 5, 3);
        Tensor k = Programs.input("k", DType.FLOAT32, 2, 2, 3, 4);
        Tensor b = Programs.input("b", DType.FLOAT32, 4);
        Tensor y = Conv.of(x, k, WINDOW, 1).plus(b).relu();
        List<Tensor> inputs = List.of(x, k, b);
        List<Tensor> all = Gradients.of(y.square().sum(), inputs);

        assertThat(kernels(inputs, all)).contains("KernelAndBias (2, 2, 3, 4)").doesNotContain("Reduce (1, 1, 1, 4)");
        sameOnBothBackends(inputs, all);
        assertThat(kernels(inputs, all.subList(0, 2))).doesNotContain("KernelAndBias");
        sameOnBothBackends(inputs, all.subList(0, 2));
    }

    /** The kernel's data needs the bias's gradient: together they could never begin. */
    @Test
    void whatNeedsTheOtherFirstIsLeftAlone() {
        Tensor g = Programs.input("g", DType.FLOAT32, 2, 5, 4, 3);
        Tensor bias = g.sum(0, 1, 2);
        Tensor x = Programs.input("x", DType.FLOAT32, 2, 6, 5, 3).times(bias);
        Tensor kernel = Tensor.of(new Conv(Conv.Part.KERNEL, WINDOW, 1, Shape.of(6, 5)), x, g);
        List<Tensor> inputs = List.of(g, x.node().inputs().get(0));

        assertThat(kernels(inputs, List.of(kernel, bias))).doesNotContain("KernelAndBias");
        sameOnBothBackends(inputs, List.of(kernel, bias));
    }

    @Test
    void maximaAreSoughtOnce() {
        Tensor x = Programs.input("x", DType.FLOAT32, 2, 6, 5, 8);
        Tensor y = Pool.max(x, WINDOW);
        List<Tensor> both =
                List.of(y, Gradients.of(y.square().sum(), List.of(x)).get(0));

        assertThat(kernels(List.of(x), both)).contains("Maxima (2, 5, 4, 8)").contains("Maxima (2, 6, 5, 8)");
        sameOnBothBackends(List.of(x), both);
        assertThat(kernels(List.of(x), List.of(y))).contains("Pool (2, 5, 4, 8)");
    }

    /** relu before max pooling: with overlapping windows too, its slope is asked of the maxima before they are spread. */
    @Test
    void slopesOfReluAreTakenBeforeSpreading() {
        Tensor x = Programs.input("x", DType.FLOAT32, 2, 6, 5, 8);
        Tensor g = Programs.input("g", DType.FLOAT32, 2, 5, 4, 8);
        Tensor y = x.relu();
        Tensor learnt = Gradients.of(Pool.max(y, WINDOW), g, List.of(x)).get(0);
        Tensor spread = Gradients.of(Pool.max(y, WINDOW), g, List.of(y)).get(0);
        List<double[]> values = List.of(
                Programs.random(new Random(6), x.shape(), -1, 1), Programs.random(new Random(7), g.shape(), -1, 1));

        assertThat(kernels(List.of(x, g), List.of(learnt)))
                .contains("(2, 5, 4, 8)  loop")
                .doesNotContain("Binary (2, 6, 5, 8)", "Fused (2, 6, 5, 8)");
        double[] whole =
                Programs.run("auto", List.of(x, g), values, List.of(learnt)).get(0);
        List<double[]> parts = Programs.run("nd4j", List.of(x, g), values, List.of(spread, y));
        for (int i = 0; i < whole.length; i++) {
            double slope = parts.get(1)[i] > 0 ? 1 : 0;
            assertThat(whole[i]).isEqualTo(parts.get(0)[i] * slope, Offset.offset(1e-6));
        }
    }
}
