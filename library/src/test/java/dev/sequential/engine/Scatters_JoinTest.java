package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows are added to a large gradient where an update reads it, if nothing else does. */
class Scatters_JoinTest {
    private static final int COUNT = 50;

    private final Tensor rows = Programs.input("rows", DType.FLOAT32, COUNT, 300);
    private final Tensor places = Programs.input("places", DType.INT32, COUNT);

    /** The update of a table, and the gradient's sum if that is wanted too. */
    private List<Tensor> update(Tensor old, boolean isReadTwice) {
        Tensor gradient = Tensor.of(new ScatterAdd(old.dim(0)), rows, places);
        Tensor moment = old.times(0.9).plus(gradient.square().times(0.1));
        Tensor value = old.minus(gradient.times(0.01).dividedBy(moment.plus(1).sqrt()));
        return isReadTwice ? List.of(value, moment, gradient.sum()) : List.of(value, moment);
    }

    private String kernels(Tensor old, boolean isReadTwice, String backend) {
        List<Tensor> inputs = List.of(old, rows, places);
        try (Program program = Program.compile(inputs, update(old, isReadTwice), Map.of(), Backends.of(backend))) {
            return program.describe();
        }
    }

    private void sameOnBothBackends(Tensor old, boolean isReadTwice) {
        List<Tensor> inputs = List.of(old, rows, places);
        Random random = new Random(5);
        List<double[]> values = List.of(
                Programs.random(random, old.shape(), -1, 1),
                Programs.random(random, rows.shape(), -1, 1),
                random.ints(COUNT, 0, (int) old.dim(0)).asDoubleStream().toArray());
        List<double[]> plain = Programs.run("nd4j", inputs, values, update(old, isReadTwice));
        List<double[]> joined = Programs.run("auto", inputs, values, update(old, isReadTwice));
        for (int i = 0; i < plain.size(); i++) {
            assertThat(distance(joined.get(i), plain.get(i))).isLessThan(2e-5);
        }
    }

    private static double distance(double[] x, double[] y) {
        assertThat(x).hasSameSizeAs(y);
        return IntStream.range(0, x.length)
                .mapToDouble(i -> Math.abs(x[i] - y[i]))
                .max()
                .orElseThrow();
    }

    @Test
    void rowsOfALargeGradientAreAddedWhereItIsRead() {
        Tensor old = Programs.input("old", DType.FLOAT32, 3000, 300);

        assertThat(kernels(old, false, "auto"))
                .contains("FusedScatter (3000, 300)")
                .doesNotContain("\nScatterAdd");
        assertThat(kernels(old, false, "nd4j")).contains("ScatterAdd (3000, 300)");
        sameOnBothBackends(old, false);
    }

    @Test
    void aGradientThatSomethingElseReadsIsMade() {
        Tensor old = Programs.input("old", DType.FLOAT32, 3000, 300);

        assertThat(kernels(old, true, "auto"))
                .contains("ScatterAdd (3000, 300)")
                .doesNotContain("FusedScatter");
        sameOnBothBackends(old, true);
    }

    @Test
    void aSmallGradientIsMade() {
        Tensor old = Programs.input("old", DType.FLOAT32, 30, 300);

        assertThat(kernels(old, false, "auto")).contains("ScatterAdd (30, 300)").doesNotContain("FusedScatter");
        sameOnBothBackends(old, false);
    }
}
