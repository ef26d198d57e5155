package dev.sequential.engine;

import dev.sequential.engine.Reference.Value;
import dev.sequential.engine.loops.Loops;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel against plain doubles, for small and large tensors of many shapes, by loops alone and with oneDNN. */
class Kernel_AgreementTest {
    /** An operation on random operands between two bounds. */
    record Case(Op op, List<Type> operands, double low, double high, double tolerance) {
        Case(Op op, double tolerance, Type... operands) {
            this(op, List.of(operands), -2, 2, tolerance);
        }

        List<Value> draw() {
            Random random = new Random(operands.toString().hashCode());
            return operands.stream()
                    .map(t -> Kernels.random(random, t, low, high))
                    .toList();
        }

        @Override
        public String toString() {
            return op + " of " + operands;
        }
    }

    private static final Map<String, Kernels.Finder> FINDERS =
            Map.of("loops", Loops::kernel, "onednn", new OneDnnBackend()::kernel);
    private static final double EXACT = 3e-7;
    private static final double CLOSE = 1.5e-6;
    /** Of sums of hundreds of products, whose roundings add up. */
    private static final double SUMS = 4e-6;

    private static Stream<Arguments> both(List<Case> cases) {
        return cases.stream().flatMap(c -> Stream.of(Arguments.of("loops", c), Arguments.of("onednn", c)));
    }

    static Stream<Arguments> unaries() {
        List<Case> cases = new ArrayList<>();
        for (Unary.Kind kind : Unary.Kind.values()) {
            boolean positive = switch (kind) {
                case LOG, LOG1P, SQRT, RSQRT, RECIPROCAL, POWER -> true;
                default -> false;
            };
            for (Type type : List.of(Kernels.floats(), Kernels.floats(3, 7), Kernels.floats(93, 301))) {
                Unary op = new Unary(kind, 0.75, 1.5);
                cases.add(new Case(op, List.of(type), positive ? 0.05 : -3, 3, CLOSE));
            }
        }
        cases.add(new Case(new Unary(Unary.Kind.AFFINE, 3, 0), EXACT, Kernels.floats(5000)));
        cases.add(new Case(new Unary(Unary.Kind.AFFINE, 1, -2), EXACT, Kernels.floats(70, 100)));
        cases.add(new Case(new Unary(Unary.Kind.AFFINE, 0, 2), EXACT, Kernels.floats(70, 100)));
        for (double a : new double[] {-1, 0.5, 1, 2, 3, -0.5}) {
            cases.add(new Case(new Unary(Unary.Kind.POWER, a, 0), List.of(Kernels.floats(64, 100)), 0.05, 3, CLOSE));
            cases.add(new Case(new Unary(Unary.Kind.POWER, a, 0), List.of(Kernels.floats(5)), 0.05, 3, CLOSE));
        }
        for (Unary.Kind kind : List.of(Unary.Kind.EXP, Unary.Kind.TANH, Unary.Kind.SIGMOID, Unary.Kind.SOFTPLUS)) {
            cases.add(new Case(Unary.of(kind), List.of(Kernels.floats(100, 100)), -30, 30, CLOSE));
        }
        for (Unary.Kind kind : List.of(Unary.Kind.ABS, Unary.Kind.SQUARE, Unary.Kind.SIGN, Unary.Kind.GREATER)) {
            cases.add(new Case(new Unary(kind, 1, 0), 0, Kernels.ints(4, 5)));
        }
        return both(cases);
    }

    static Stream<Arguments> binaries() {
        List<Case> cases = new ArrayList<>();
        long[][][] shapes = {
            {{}, {}},
            {{6}, {6}},
            {{4, 6}, {6}},
            {{4, 6}, {4, 1}},
            {{1}, {4, 6}},
            {{5, 1, 3}, {2, 1}},
            {{190, 130}, {190, 130}},
            {{190, 130}, {}},
            {{}, {190, 130}},
            {{190, 130}, {130}},
            {{130}, {190, 130}},
            {{190, 130}, {190, 1}},
            {{13, 2000}, {2000}},
            {{25, 1, 30}, {40, 30}},
            {{28, 9, 10, 11}, {9, 1, 11}}
        };
        for (Binary.Kind kind : Binary.Kind.values()) {
            for (long[][] s : shapes) {
                double low = kind == Binary.Kind.POWER || kind == Binary.Kind.DIVIDE ? 0.1 : -2;
                List<Type> types = List.of(Kernels.floats(s[0]), Kernels.floats(s[1]));
                cases.add(new Case(new Binary(kind), types, low, 2, CLOSE));
            }
        }
        for (Binary.Kind kind : Binary.Kind.values()) {
            cases.add(new Case(
                    new Binary(kind), List.of(Kernels.ints(3, 4), Kernels.ints(4)), 1, 9, kindTolerance(kind)));
        }
        return both(cases);
    }

    private static double kindTolerance(Binary.Kind kind) {
        return kind == Binary.Kind.DIVIDE ? 1e9 : 0; // a quotient of integers is cut off; its own test below
    }

    static Stream<Arguments> moves() {
        List<Case> cases = new ArrayList<>();
        for (Type t : List.of(Kernels.floats(3, 4, 5), Kernels.floats(20, 33, 40), Kernels.ints(2, 3, 4))) {
            for (List<Integer> order :
                    List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(2, 1, 0), List.of(1, 2, 0))) {
                cases.add(new Case(new Transpose(order), 0, t));
            }
            cases.add(new Case(new Broadcast(Shape.of(2).and(t.shape())), 0, t));
            cases.add(new Case(new Broadcast(t.shape()), 0, t.with(t.shape().withDim(1, 1))));
            cases.add(new Case(new Broadcast(t.shape()), 0, t.with(Shape.scalar())));
            cases.add(new Case(new Slice(List.of(1L, 0L, 1L), List.of(2L, -1L, 4L), List.of(1L, 1L, 2L)), 0, t));
            cases.add(new Case(new Slice(List.of(0L, 1L, 0L), List.of(-1L, 3L, -1L), List.of(2L, 1L, 1L)), 0, t));
            cases.add(new Case(new Reverse(List.of(0, 2)), 0, t));
            cases.add(new Case(new Reverse(List.of(1)), 0, t));
            cases.add(new Case(new Pad(List.of(1L, 0L, 2L), List.of(0L, 3L, 1L), List.of(0L, 0L, 0L), 9), 0, t));
            cases.add(new Case(new Pad(List.of(0L, 1L, 0L), List.of(0L, 0L, 0L), List.of(1L, 0L, 2L), 0), 0, t));
            cases.add(new Case(new Concat(0), 0, t, t));
            cases.add(new Case(new Concat(2), 0, t, t.with(t.shape().withDim(2, 1)), t));
            cases.add(new Case(new Reshape(Shape.of(t.shape().size())), 0, t));
            cases.add(new Case(new Detach(), 0, t));
            cases.add(new Case(new Cast(DType.INT32), 0, t));
            cases.add(new Case(new Cast(DType.FLOAT32), 0, t));
            cases.add(new Case(new Select(), 0, Kernels.floats(t.shape().dims()), t, t.with(Shape.scalar())));
        }
        for (long width : new long[] {1, 5, 1500}) {
            cases.add(new Case(new Gather(), List.of(Kernels.floats(7, width), Kernels.ints(2, 30)), 0, 7, 0));
            cases.add(new Case(new ScatterAdd(7), List.of(Kernels.floats(60, width), Kernels.ints(60)), 0, 7, EXACT));
        }
        cases.add(new Case(new Gather(), List.of(Kernels.ints(9), Kernels.ints(4)), 0, 9, 0));
        // Enough for several threads.
        cases.add(new Case(new Gather(), List.of(Kernels.floats(50, 300), Kernels.ints(333)), 0, 50, 0));
        List<Type> many = List.of(Kernels.floats(333, 300), Kernels.ints(333));
        cases.add(new Case(new ScatterAdd(50), many, 0, 50, EXACT));
        cases.add(new Case(new Transpose(List.of(1, 0, 2)), 0, Kernels.floats(30, 71, 50)));
        cases.add(new Case(new Transpose(List.of(1, 0)), 0, Kernels.floats(301, 313)));
        cases.add(new Case(new Fill(2.5, Kernels.floats(3, 4)), 0));
        cases.add(new Case(new Fill(7, Kernels.ints(3000)), 0));
        cases.add(new Case(new Constant(new double[] {1, 2, 3}, Kernels.floats(3)), 0));
        cases.add(new Case(new Constant(new double[] {1, 2, 3}, Kernels.ints(3)), 0));
        return both(cases);
    }

    static Stream<Arguments> folds() {
        List<Case> cases = new ArrayList<>();
        for (Reduce.Kind kind : Reduce.Kind.values()) {
            long[][] shapes = {{5}, {4, 6}, {3, 4, 5}, {2, 1, 3, 1, 4}};
            for (long[] dims : shapes) {
                for (int mask = 1; mask < 1 << dims.length; mask++) {
                    cases.add(new Case(new Reduce(kind, axes(mask)), CLOSE, Kernels.floats(dims)));
                }
            }
        }
        for (Reduce.Kind kind : List.of(Reduce.Kind.SUM, Reduce.Kind.MEAN, Reduce.Kind.MAX, Reduce.Kind.MIN)) {
            for (long[] dims : new long[][] {{128, 512}, {3000, 10}, {12, 1500}, {60, 1300}}) {
                for (int mask = 1; mask < 4; mask++) {
                    cases.add(new Case(new Reduce(kind, axes(mask)), List.of(Kernels.floats(dims)), 0.1, 2, CLOSE));
                }
            }
            for (int mask = 1; mask < 16; mask++) {
                cases.add(
                        new Case(new Reduce(kind, axes(mask)), List.of(Kernels.floats(5, 12, 11, 30)), 0.1, 2, CLOSE));
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            for (long[] dims : new long[][] {{3, 4, 5}, {7, 8, 10}, {20, 30, 40}}) {
                cases.add(new Case(new ArgMax(axis), 0, Kernels.floats(dims)));
                cases.add(new Case(new Softmax(axis), CLOSE, Kernels.floats(dims)));
                cases.add(new Case(new LogSoftmax(axis), List.of(Kernels.floats(dims)), -20, 20, CLOSE));
            }
        }
        // Rows of which several threads fold some each.
        for (Reduce.Kind kind : List.of(Reduce.Kind.SUM, Reduce.Kind.MEAN, Reduce.Kind.MAX, Reduce.Kind.MIN)) {
            for (long width : new long[] {3, 16, 500}) {
                Type many = Kernels.floats(200_000 / width, width);
                cases.add(new Case(new Reduce(kind, List.of(0)), List.of(many), 0.1, 2, CLOSE));
                cases.add(new Case(new Reduce(kind, List.of(1)), List.of(many), 0.1, 2, CLOSE));
            }
            cases.add(new Case(new Reduce(kind, List.of(0, 1)), List.of(Kernels.floats(41, 100, 6)), 0.1, 2, CLOSE));
            cases.add(new Case(new Reduce(kind, List.of(0)), List.of(Kernels.floats(1025, 70)), 0.1, 2, CLOSE));
            cases.add(new Case(new Reduce(kind, List.of(0)), List.of(Kernels.floats(4000, 50)), 0.1, 2, CLOSE));
        }
        cases.add(new Case(new ArgMax(1), 0, Kernels.floats(3, 2000)));
        cases.add(new Case(new Softmax(1), List.of(Kernels.floats(64, 1000)), -50, 50, CLOSE));
        return both(cases);
    }

    private static List<Integer> axes(int mask) {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < 8; i++) if ((mask >> i & 1) == 1) axes.add(i);
        return axes;
    }

    static Stream<Arguments> products() {
        List<Case> cases = new ArrayList<>();
        long[][] sizes = {
            {1, 1, 1},
            {1, 3, 5},
            {32, 16, 4},
            {32, 3, 16},
            {7, 11, 13},
            {128, 10, 512},
            {64, 70, 90},
            {300, 130, 32},
            {8, 130, 70},
            {90, 520, 70},
            {40, 70, 1030}
        };
        for (long[] s : sizes) {
            for (int turns = 0; turns < 4; turns++) {
                boolean left = (turns & 1) == 1;
                boolean right = (turns & 2) == 2;
                Type a = left ? Kernels.floats(s[2], s[0]) : Kernels.floats(s[0], s[2]);
                Type b = right ? Kernels.floats(s[1], s[2]) : Kernels.floats(s[2], s[1]);
                MatMul product = new MatMul(left, right);
                cases.add(new Case(product, List.of(a, b), 0.1, 1, SUMS));
                for (Unary function : List.of(
                        Unary.of(Unary.Kind.RELU),
                        Unary.of(Unary.Kind.TANH),
                        Unary.of(Unary.Kind.SIGMOID),
                        Unary.of(Unary.Kind.EXP),
                        new Unary(Unary.Kind.AFFINE, 0.3, -0.2))) {
                    Linear linear = new Linear(product, true, List.of(function));
                    double high = 1 / Math.sqrt(s[2]);
                    cases.add(new Case(linear, List.of(a, b, Kernels.floats(s[1])), -high, high, SUMS));
                }
                cases.add(new Case(
                        new Linear(product, true, List.of()), List.of(a, b, Kernels.floats(s[1])), 0.1, 1, SUMS));
            }
        }
        for (long scale : new long[] {1, 9}) {
            Type a = Kernels.floats(3, 2, 4 * scale, 5 * scale);
            cases.add(new Case(new MatMul(false, false), List.of(a, Kernels.floats(5 * scale, 6)), 0.1, 1, SUMS));
            cases.add(new Case(
                    new MatMul(false, true), List.of(a, Kernels.floats(3, 2, 7 * scale, 5 * scale)), 0.1, 1, SUMS));
            cases.add(new Case(
                    new MatMul(true, false), List.of(a, Kernels.floats(3, 2, 4 * scale, 6 * scale)), 0.1, 1, SUMS));
        }
        return both(cases);
    }

    static Stream<Arguments> randoms() {
        List<Case> cases = new ArrayList<>();
        for (RandomOp.Kind kind : RandomOp.Kind.values()) {
            for (Type type : List.of(Kernels.floats(), Kernels.floats(3, 5), Kernels.floats(70, 100))) {
                cases.add(new Case(new RandomOp(kind, 0.3, 2, 5, type), 0));
            }
        }
        return both(cases);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"unaries", "binaries", "moves", "folds", "products", "randoms"})
    void agreesWithDoubles(String finder, Case given) {
        Kernels.check(FINDERS.get(finder), given.op(), given.draw(), given.tolerance());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"unaries", "binaries"})
    void mayWriteOverAnOperandOfTheSameType(String finder, Case given) {
        List<Value> in = given.draw();
        Type out = given.op().type(given.operands());
        for (int i = 0; i < in.size(); i++) {
            if (in.get(i).type().equals(out)) {
                Kernels.checkInPlace(FINDERS.get(finder), given.op(), in, i, given.tolerance());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("finders")
    void integerQuotientsAreCutOff(String finder) {
        Value x = new Value(Kernels.ints(3), new double[] {7, -7, 6});
        Value y = new Value(Kernels.ints(), new double[] {2});
        Memory to = Kernels.memory(Kernels.ints(3));
        List<Memory> in = Arrays.asList(Kernels.memory(x), Kernels.memory(y));
        FINDERS.get(finder)
                .kernel(new Binary(Binary.Kind.DIVIDE), in, List.of(to))
                .run(0);

        org.assertj.core.api.Assertions.assertThat(Programs.elements(to)).containsExactly(3, -3, 3);
    }

    static Stream<String> finders() {
        return FINDERS.keySet().stream();
    }
}
