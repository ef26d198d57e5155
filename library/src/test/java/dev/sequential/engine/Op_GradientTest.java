package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient rule against finite differences in float64, on the reference backend. */
class Op_GradientTest {
    /** A function of float64 tensors of these shapes, drawn from (low, high). */
    record Case(String name, Function function, double low, double high, List<Shape> shapes) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Function {
        Tensor of(List<Tensor> x);
    }

    interface One {
        Tensor of(Tensor x);
    }

    interface Two {
        Tensor of(Tensor x, Tensor y);
    }

    private static Case one(String name, double low, double high, One function) {
        return new Case(name, x -> function.of(x.get(0)), low, high, List.of(Shape.of(3, 4)));
    }

    private static Case two(String name, Two function, long[] a, long[] b) {
        return new Case(name, x -> function.of(x.get(0), x.get(1)), 0.3, 2, List.of(Shape.of(a), Shape.of(b)));
    }

    private static long[] dims(long... dims) {
        return dims;
    }

    private static Tensor places(double... places) {
        return Tensor.constant(places, Shape.of(places.length), DType.INT32);
    }

    private static Tensor loop(Tensor x, Tensor w, boolean backwards) {
        Tensor zero = Tensor.fill(0, Shape.of(3, 4), DType.FLOAT64);
        Scan.Result result = Scan.over(List.of(x), List.of(zero), backwards, (parts, states) -> {
            Tensor h = parts.get(0).plus(states.get(0).matmul(w)).tanh();
            return new Scan.Step(List.of(h), List.of(h.times(states.get(0))));
        });
        return result.outputs().get(0).sum(0).plus(result.states().get(0));
    }

    static Stream<Case> cases() {
        List<Case> all = new ArrayList<>(List.of(
                one("affine", -2, 2, x -> x.affine(3, -1)),
                one("abs", 0.2, 2, x -> x.negate().abs()),
                one("exp", -2, 2, Tensor::exp),
                one("expm1", -2, 2, Tensor::expm1),
                one("log", 0.2, 2, Tensor::log),
                one("log1p", -0.5, 2, Tensor::log1p),
                one("sqrt", 0.2, 2, Tensor::sqrt),
                one("rsqrt", 0.2, 2, Tensor::rsqrt),
                one("square", -2, 2, Tensor::square),
                one("reciprocal", 0.2, 2, Tensor::reciprocal),
                one("sin", -2, 2, Tensor::sin),
                one("cos", -2, 2, Tensor::cos),
                one("tanh", -2, 2, Tensor::tanh),
                one("sigmoid", -2, 2, Tensor::sigmoid),
                one("softplus", -2, 2, Tensor::softplus),
                one("erf", -2, 2, Tensor::erf),
                one("relu", 0.1, 2, x -> x.minus(1.03).relu()),
                one("power", 0.2, 2, x -> x.power(1.7)),
                one("clip", -2, 2, x -> x.clip(-0.51, 0.77)),
                one(
                        "sign floor ceil round pass nothing",
                        -2,
                        2,
                        x -> x.times(x.sign().plus(x.floor()).plus(x.ceil()).plus(x.round()))),
                one(
                        "comparisons pass nothing",
                        -2,
                        2,
                        x -> x.times(
                                x.greaterThan(0.1).plus(x.greaterOrEqual(0.3)).plus(x.equalTo(9)))),
                one("detach", -2, 2, x -> x.times(2).plus(x.detach().times(0))),
                one(
                        "cast",
                        -2,
                        2,
                        x -> x.cast(DType.FLOAT64).cast(DType.FLOAT64).square()),
                one("sum", -2, 2, x -> x.square().sum(1)),
                one("mean", -2, 2, x -> x.square().mean(0)),
                one("max", -2, 2, x -> x.max(-1)),
                one("min", -2, 2, x -> x.min()),
                one("product", 0.5, 2, x -> x.product(1)),
                one(
                        "argMax passes nothing",
                        -2,
                        2,
                        x -> x.max(1).plus(x.argMax(1).cast(DType.FLOAT64))),
                one("softmax", -2, 2, x -> x.softmax(-1)),
                one("softmax first axis", -2, 2, x -> x.softmax(0)),
                one("logSoftmax", -2, 2, x -> x.logSoftmax(-1)),
                one("reshape", -2, 2, x -> x.reshape(2, 6).square()),
                one("transpose", -2, 2, x -> x.transpose().square()),
                one(
                        "broadcast",
                        -2,
                        2,
                        x -> x.expandDims(1).broadcastTo(Shape.of(3, 5, 4)).square()),
                one("slice", -2, 2, x -> x.slice(1, 1, 4, 2).square()),
                one(
                        "pad",
                        -2,
                        2,
                        x -> x.pad(dims(1, 0), dims(0, 2), dims(1, 2), 0.5).square()),
                one("reverse", -2, 2, x -> x.reverse(1).times(x)),
                one("gather", -2, 2, x -> x.gather(places(2, 0, 2)).square()),
                one(
                        "scatterAdd",
                        -2,
                        2,
                        x -> Tensor.of(new ScatterAdd(5), x, places(4, 1, 4)).square()),
                one(
                        "oneHot passes nothing",
                        -2,
                        2,
                        x -> x.sum(1).expandDims(1).times(places(0, 1, 0).oneHot(2, DType.FLOAT64))),
                two("scan", (x, y) -> Op_GradientTest.loop(x, y, false), dims(5, 3, 4), dims(4, 4)),
                two("scan backwards", (x, y) -> Op_GradientTest.loop(x, y, true), dims(5, 3, 4), dims(4, 4)),
                two("plus", Tensor::plus, dims(3, 4), dims(4)),
                two("minus", Tensor::minus, dims(4), dims(3, 4)),
                two("times", Tensor::times, dims(3, 4), dims(3, 1)),
                two("dividedBy", Tensor::dividedBy, dims(3, 1), dims(1, 4)),
                two("maximum", Tensor::maximum, dims(3, 4), dims(3, 4)),
                two("minimum", Tensor::minimum, dims(3, 4), dims(4)),
                two("power of two", Tensor::power, dims(3, 4), dims(3, 4)),
                two("select", (x, y) -> x.greaterThan(y).select(x.square(), y), dims(3, 4), dims(3, 4)),
                two("concat", (x, y) -> x.concat(1, y).square(), dims(3, 4), dims(3, 2)),
                two("matmul", Tensor::matmul, dims(3, 4), dims(4, 2)),
                two("matmul ta", (x, y) -> x.matmul(y, true, false), dims(4, 3), dims(4, 2)),
                two("matmul tb", (x, y) -> x.matmul(y, false, true), dims(3, 4), dims(2, 4)),
                two("matmul tab", (x, y) -> x.matmul(y, true, true), dims(4, 3), dims(2, 4)),
                two("matmul batched", Tensor::matmul, dims(2, 3, 4), dims(2, 4, 2)),
                two("matmul of rows", Tensor::matmul, dims(2, 3, 4), dims(4, 2))));
        windows().forEach((window, space) -> {
            for (int groups = 1; groups <= 2; groups++) all.addAll(convolutions(window, space, groups));
            all.add(pool("maxima", Pool.Kind.MAX, window, space));
            all.add(pool("means", Pool.Kind.AVERAGE, window, space));
        });
        return all.stream();
    }

    /** Windows and the spaces they slide over. */
    private static Map<Window, Shape> windows() {
        return Map.of(
                new Window(List.of(3L), List.of(2L), List.of(1L), List.of(1L), List.of(0L)),
                Shape.of(6),
                new Window(List.of(2L, 3L), List.of(1L, 2L), List.of(2L, 1L), List.of(0L, 2L), List.of(1L, 1L)),
                Shape.of(4, 3),
                new Window(
                        List.of(2L, 1L, 2L),
                        List.of(1L, 2L, 1L),
                        List.of(1L, 1L, 1L),
                        List.of(0L, 0L, 1L),
                        List.of(1L, 0L, 0L)),
                Shape.of(2, 3, 2));
    }

    /** The convolution and, twice differentiated, both its gradients. */
    private static List<Case> convolutions(Window window, Shape space, int groups) {
        String name = " of " + window.size() + " in " + groups;
        Shape data = Shape.of(2).and(space).and(Shape.of(4));
        Shape result = Shape.of(2).and(window.places(space)).and(Shape.of(6));
        long[] sizes = window.size().stream().mapToLong(Long::longValue).toArray();
        Shape kernel = Shape.of(sizes).and(Shape.of(4 / groups, 6));
        return List.of(
                two("convolution" + name, (x, k) -> Conv.of(x, k, window, groups), data.dims(), kernel.dims()),
                two(
                        "transposed convolution" + name,
                        (y, k) -> Conv.transposed(y, k, window, groups, space),
                        result.dims(),
                        kernel.dims()),
                two(
                        "gradient by kernel" + name,
                        (x, y) -> Tensor.of(new Conv(Conv.Part.KERNEL, window, groups, space), x, y),
                        data.dims(),
                        result.dims()));
    }

    private static Case pool(String name, Pool.Kind kind, Window window, Shape space) {
        Shape shape = Shape.of(2).and(space).and(Shape.of(3));
        Function twice = x -> {
            Tensor y = kind == Pool.Kind.MAX ? Pool.max(x.get(0), window) : Pool.average(x.get(0), window);
            return Gradients.of(y.square(), y.exp(), x).get(0);
        };
        return new Case("gradient of " + name + " of " + window.size(), twice, -2, 2, List.of(shape));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithFiniteDifferences(Case c) {
        Random random = new Random(c.name().hashCode());
        List<Tensor> inputs = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (Shape shape : c.shapes()) {
            inputs.add(Programs.input("x", DType.FLOAT64, shape.dims()));
            values.add(Programs.random(random, shape, c.low(), c.high()));
        }
        Tensor y = c.function().of(inputs);
        Tensor seed = Tensor.constant(Programs.random(random, y.shape(), -1, 1), y.shape(), DType.FLOAT64);
        FiniteDifferences.check(y.times(seed).sum(), inputs, values, Map.of());
    }

    /** No operation is left out: each appears in a case, or cannot have a gradient. */
    @Test
    void coversEveryOperation() {
        Set<String> without = Set.of("GivenOp", "External", "RandomOp", "ProgramOp", "Composite", "CompositeGradient");
        Set<String> expected = Arrays.stream(Op.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(n -> !without.contains(n))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> kinds =
                Arrays.stream(Unary.Kind.values()).map(Enum::name).collect(Collectors.toCollection(HashSet::new));
        for (Binary.Kind kind : Binary.Kind.values()) kinds.add("two " + kind);
        cases().forEach(c -> {
            List<Tensor> inputs = c.shapes().stream()
                    .map(s -> Programs.input("x", DType.FLOAT64, s.dims()))
                    .toList();
            for (Node node : Graphs.order(List.of(c.function().of(inputs)))) {
                expected.remove(node.op().getClass().getSimpleName());
                if (node.op() instanceof Unary u) kinds.remove(u.kind().name());
                if (node.op() instanceof Binary b) kinds.remove("two " + b.kind());
            }
        });
        assertThat(expected).isEmpty();
        assertThat(kinds).containsExactly("two GREATER_EQUAL"); // has no gradient
    }
}
