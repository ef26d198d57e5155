package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Kernel_AgreementTest.Case;
import dev.sequential.engine.Reference.Value;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolution and pooling on oneDNN against plain doubles; there are no loops for them. */
class Kernel_WindowTest {
    private static final Kernels.Finder ONEDNN = new OneDnnBackend()::kernel;
    private static final double CLOSE = 1.5e-6;
    /** Of sums of hundreds of products, whose roundings add up. */
    private static final double SUMS = 4e-6;

    /** A window and the space it slides over. */
    private record Sliding(Window window, Shape space) {
        static Sliding of(long[] space, long[] size, long[] stride, long[] dilation, long[] before, long[] after) {
            return new Sliding(
                    new Window(list(size), list(stride), list(dilation), list(before), list(after)), Shape.of(space));
        }

        private static List<Long> list(long[] values) {
            return Arrays.stream(values).boxed().toList();
        }

        Type image(Shape lengths, long channels) {
            return Kernels.floats(
                    Shape.of(3).and(lengths).and(Shape.of(channels)).dims());
        }

        long[] kernel(long channels, long filters) {
            long[] sizes = window.size().stream().mapToLong(Long::longValue).toArray();
            return Shape.of(sizes).and(Shape.of(channels, filters)).dims();
        }
    }

    private static final List<Sliding> SLIDINGS = List.of(
            Sliding.of(dims(9), dims(3), dims(1), dims(1), dims(0), dims(0)),
            Sliding.of(dims(9), dims(3), dims(2), dims(1), dims(2), dims(0)),
            Sliding.of(dims(9), dims(2), dims(1), dims(3), dims(3), dims(0)),
            Sliding.of(dims(7, 6), dims(3, 3), dims(1, 1), dims(1, 1), dims(0, 0), dims(0, 0)),
            Sliding.of(dims(7, 6), dims(2, 3), dims(2, 1), dims(1, 1), dims(1, 1), dims(0, 1)),
            Sliding.of(dims(7, 6), dims(3, 2), dims(2, 3), dims(1, 1), dims(1, 0), dims(1, 1)),
            Sliding.of(dims(7, 6), dims(1, 1), dims(1, 1), dims(1, 1), dims(0, 0), dims(0, 0)),
            Sliding.of(dims(9, 8), dims(3, 2), dims(1, 1), dims(2, 3), dims(2, 1), dims(2, 2)),
            Sliding.of(dims(20, 20), dims(3, 3), dims(1, 1), dims(1, 1), dims(1, 1), dims(1, 1)),
            Sliding.of(dims(4, 5, 6), dims(2, 3, 2), dims(1, 1, 1), dims(1, 1, 1), dims(0, 1, 0), dims(1, 1, 0)),
            Sliding.of(dims(4, 5, 6), dims(2, 2, 2), dims(2, 1, 2), dims(1, 2, 1), dims(0, 1, 0), dims(1, 1, 0)));

    private static long[] dims(long... dims) {
        return dims;
    }

    static Stream<Case> convolutions() {
        List<Case> cases = new ArrayList<>();
        for (Sliding s : SLIDINGS) {
            for (int[] c : new int[][] {{1, 1, 5}, {1, 8, 16}, {2, 4, 6}, {3, 3, 3}, {16, 16, 16}, {4, 4, 8}}) {
                Type data = s.image(s.space(), c[1]);
                Type result = s.image(s.window().places(s.space()), c[2]);
                Type kernel = Kernels.floats(s.kernel(c[1] / c[0], c[2]));
                Conv conv = new Conv(Conv.Part.RESULT, s.window(), c[0], s.space());
                cases.add(new Case(conv, List.of(data, kernel), 0.1, 1, SUMS));
                cases.add(new Case(
                        new Conv(Conv.Part.DATA, s.window(), c[0], s.space()), List.of(result, kernel), 0.1, 1, SUMS));
                cases.add(new Case(
                        new Conv(Conv.Part.KERNEL, s.window(), c[0], s.space()), List.of(data, result), 0.1, 1, SUMS));
                Conv byKernel = new Conv(Conv.Part.KERNEL, s.window(), c[0], s.space());
                cases.add(new Case(new KernelAndBias(byKernel, bias(data)), List.of(data, result), 0.1, 1, SUMS));
                for (Unary.Kind kind : List.of(Unary.Kind.RELU, Unary.Kind.TANH, Unary.Kind.EXP)) {
                    Linear linear = new Linear(conv, true, List.of(Unary.of(kind)));
                    cases.add(new Case(linear, List.of(data, kernel, Kernels.floats(c[2])), -0.3, 0.3, SUMS));
                }
            }
        }
        return cases.stream();
    }

    private static Reduce bias(Type data) {
        return new Reduce(
                Reduce.Kind.SUM,
                IntStream.range(0, data.shape().rank() - 1).boxed().toList());
    }

    static Stream<Case> pools() {
        List<Case> cases = new ArrayList<>();
        for (Sliding s : SLIDINGS) {
            if (s.window().dilation().stream().anyMatch(d -> d > 1)) continue;
            for (int channels : new int[] {1, 3, 16}) {
                Type data = s.image(s.space(), channels);
                Type result = s.image(s.window().places(s.space()), channels);
                Pool means = new Pool(Pool.Kind.AVERAGE, Pool.Direction.GATHER, s.window(), s.space());
                Pool shares = new Pool(Pool.Kind.AVERAGE, Pool.Direction.SPREAD, s.window(), s.space());
                Pool maxima = new Pool(Pool.Kind.MAX, Pool.Direction.SPREAD, s.window(), s.space());
                cases.add(new Case(means, CLOSE, data));
                cases.add(new Case(shares, CLOSE, result));
                cases.add(new Case(maxima, CLOSE, data, result));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource({"convolutions", "pools"})
    void agreesWithDoubles(Case given) {
        Kernels.check(ONEDNN, given.op(), given.draw(), given.tolerance());
    }

    @Test
    void maximaAreGatheredFromWhatChoosesThem() {
        for (Sliding s : SLIDINGS) {
            if (s.window().dilation().stream().anyMatch(d -> d > 1)) continue;
            Value x = Kernels.random(new Random(3), s.image(s.space(), 16), -2, -1);
            Pool op = new Pool(Pool.Kind.MAX, Pool.Direction.GATHER, s.window(), s.space());
            Memory from = Kernels.memory(x);
            Memory to = Kernels.memory(op.type(List.of(x.type(), x.type())));
            Kernels.check(ONEDNN, op, List.of(x, x), List.of(from, from), List.of(to), 0);
        }
    }

    @Test
    void nanAndMinusInfinityAreMaximaWhereNothingElseIs() {
        Sliding s = SLIDINGS.get(4);
        Pool op = new Pool(Pool.Kind.MAX, Pool.Direction.GATHER, s.window(), s.space());
        for (int channels : new int[] {1, 8}) {
            Value x = Kernels.random(new Random(3), s.image(s.space(), channels), -2, -1);
            for (double unusual : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
                int sample = x.elements().length / 3;
                Arrays.fill(x.elements(), sample, 2 * sample, unusual);
                Memory from = Kernels.memory(x);
                Memory to = Kernels.memory(op.type(List.of(x.type(), x.type())));
                Kernels.check(ONEDNN, op, List.of(x, x), List.of(from, from), List.of(to), 0);
                assertThat(Programs.elements(to)).contains(unusual);
            }
        }
    }

    @Test
    void placesOfMaximaServeBothDirections() {
        for (Sliding s : SLIDINGS) {
            if (s.window().dilation().stream().anyMatch(d -> d > 1)) continue;
            Pool gather = new Pool(Pool.Kind.MAX, Pool.Direction.GATHER, s.window(), s.space());
            Pool spread = new Pool(Pool.Kind.MAX, Pool.Direction.SPREAD, s.window(), s.space());
            Value x = Kernels.random(new Random(3), s.image(s.space(), 16), -2, -1);
            Value y = Reference.compute(gather, List.of(x, x), 0).get(0);
            Memory in = Kernels.memory(x);
            Memory maxima = Kernels.memory(y.type());
            Memory places = Kernels.memory(new Type(y.shape(), DType.INT32));
            Memory out = Kernels.memory(x.type());
            Kernel forth = ONEDNN.kernel(new Maxima(gather), List.of(in), List.of(maxima, places));
            Kernel back = ONEDNN.kernel(new Maxima(spread), List.of(in, places, Kernels.memory(y)), List.of(out));
            forth.run(0);
            back.run(0);
            forth.close();
            back.close();
            assertThat(Programs.elements(maxima)).containsExactly(y.elements());
            double[] expected =
                    Reference.compute(spread, List.of(x, y), 0).get(0).elements();
            assertThat(Programs.elements(out)).containsExactly(expected, Offset.offset(1e-4));
        }
    }
}
