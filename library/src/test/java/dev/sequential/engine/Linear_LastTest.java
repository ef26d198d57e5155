package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.loops.Loops;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another tensor is added to a product, or multiplies it, before it is written. */
class Linear_LastTest {
    private static final double SUMS = 4e-6;
    private static final OneDnnBackend ONEDNN = new OneDnnBackend();
    private static final Random RANDOM = new Random(4);
    private static final Binary ADD = new Binary(Binary.Kind.ADD);
    private static final Binary MULTIPLY = new Binary(Binary.Kind.MULTIPLY);

    record Case(Linear op, List<Type> operands) {}

    static Stream<Case> products() {
        List<Case> cases = new ArrayList<>();
        MatMul plain = new MatMul(false, false);
        add(cases, plain, Kernels.floats(3, 5), Kernels.floats(5, 4));
        add(cases, plain, Kernels.floats(128, 70), Kernels.floats(70, 96));
        add(cases, plain, Kernels.floats(1, 300), Kernels.floats(300, 500));
        add(cases, plain, Kernels.floats(1, 900), Kernels.floats(900, 1200));
        add(cases, plain, Kernels.floats(6, 20, 32), Kernels.floats(32, 48));
        add(cases, plain, Kernels.floats(6, 20, 32), Kernels.floats(6, 32, 48));
        add(cases, new MatMul(true, true), Kernels.floats(70, 64), Kernels.floats(40, 70));
        for (int groups : new int[] {1, 2}) {
            Window window = Window.of(List.of(3L, 3L), List.of(1L, 1L));
            Conv conv = new Conv(Conv.Part.RESULT, window, groups, Shape.of(9, 8));
            add(cases, conv, Kernels.floats(2, 9, 8, 8), Kernels.floats(3, 3, 8 / groups, 16));
        }
        return cases.stream();
    }

    private static void add(List<Case> cases, Op product, Type a, Type b) {
        Type result = product.type(List.of(a, b));
        Type bias = Kernels.floats(result.shape().dim(-1));
        Unary relu = Unary.of(Unary.Kind.RELU);
        Unary exp = Unary.of(Unary.Kind.EXP);
        for (Binary other : List.of(ADD, MULTIPLY)) {
            for (List<Op> steps : List.<List<Op>>of(
                    List.of(other),
                    List.of(relu, other),
                    List.of(exp, other),
                    List.of(other, relu),
                    List.of(exp, other, exp))) {
                cases.add(new Case(new Linear(product, true, steps), List.of(a, b, bias, result)));
                cases.add(new Case(new Linear(product, false, steps), List.of(a, b, result)));
            }
        }
    }

    private static Kernel onednn(Op op, List<Memory> in, List<Memory> out) {
        Kernel kernel = ONEDNN.kernel(op, in, out);
        return kernel == null ? Unfused.kernel(op, in, out, Linear_LastTest::onednn) : kernel;
    }

    private static Kernel loops(Op op, List<Memory> in, List<Memory> out) {
        Kernel kernel = Loops.kernel(op, in, out);
        return kernel == null ? Unfused.kernel(op, in, out, Linear_LastTest::loops) : kernel;
    }

    @ParameterizedTest
    @MethodSource("products")
    void agreesWithDoubles(Case given) {
        List<Reference.Value> in = given.operands().stream()
                .map(t -> Kernels.random(RANDOM, t, -0.1, 0.1))
                .toList();
        Kernels.check(Linear_LastTest::onednn, given.op(), in, SUMS);
        if (given.op().product() instanceof MatMul) Kernels.check(Linear_LastTest::loops, given.op(), in, SUMS);
    }

    @Test
    void programsApplyAResidualInTheProduct() {
        Tensor x = Programs.input("x", DType.FLOAT32, 64, 32);
        Tensor weights = Programs.input("weights", DType.FLOAT32, 32, 32);
        try (Program program = compile(x, weights, x.matmul(weights).plus(x))) {
            assertThat(program.size()).isEqualTo(1);
            assertThat(program.describe()).contains("Linear (64, 32)");
        }
    }

    @Test
    void programsApplyAnActivationAfterAResidualInTheProduct() {
        Tensor x = Programs.input("x", DType.FLOAT32, 64, 32);
        Tensor weights = Programs.input("weights", DType.FLOAT32, 32, 32);
        try (Program program =
                compile(x, weights, x.matmul(weights).relu().plus(x).relu())) {
            assertThat(program.describe()).startsWith("Linear (64, 32)").hasLineCount(1);
        }
    }

    /** As after attention: the heads are put together for a product, whose result gets its axes back. */
    @Test
    void biasAndResidualAreAppliedBehindAView() {
        Tensor x = Programs.input("x", DType.FLOAT32, 8, 8, 32);
        Tensor weights = Programs.input("weights", DType.FLOAT32, 32, 32);
        Tensor bias = Programs.input("bias", DType.FLOAT32, 32);
        Tensor sum =
                x.reshape(64, 32).matmul(weights).reshape(8, 8, 32).plus(bias).plus(x);
        List<Tensor> inputs = List.of(x, weights, bias);
        try (Program program = Program.compile(inputs, List.of(sum), Map.of(), Backends.of("auto"))) {
            assertThat(program.describe()).startsWith("Linear (64, 32)").hasLineCount(1);
        }
        List<double[]> values = inputs.stream()
                .map(t -> Programs.random(RANDOM, t.shape(), -1, 1))
                .toList();
        assertThat(Programs.run("auto", inputs, values, List.of(sum)).get(0))
                .containsExactly(
                        Programs.run("nd4j", inputs, values, List.of(sum)).get(0), Offset.offset(1e-5));
    }

    @Test
    void anActivationOfASumIsAppliedToTheSum() {
        Tensor x = Programs.input("x", DType.FLOAT32, 2, 2);
        Tensor weights = Programs.input("weights", DType.FLOAT32, 2, 2);
        List<double[]> values = List.of(new double[] {1, 2, -3, -4}, new double[] {1, 1, 0, 1});
        Tensor sum = x.matmul(weights).plus(x).relu();
        assertThat(Programs.run("auto", List.of(x, weights), values, List.of(sum))
                        .get(0))
                .containsExactly(2, 5, 0, 0);
    }

    @Test
    void whatIsUsedElsewhereIsWrittenToo() {
        Tensor x = Programs.input("x", DType.FLOAT32, 2, 2);
        Tensor weights = Programs.input("weights", DType.FLOAT32, 2, 2);
        Tensor product = x.matmul(weights);
        List<double[]> values = List.of(new double[] {1, 2, 3, 4}, new double[] {1, 1, 0, 1});
        List<double[]> results = Programs.run("auto", List.of(x, weights), values, List.of(product.times(x), product));
        assertThat(results.get(0)).containsExactly(1, 6, 9, 28);
        assertThat(results.get(1)).containsExactly(1, 3, 3, 7);
    }

    private static Program compile(Tensor x, Tensor weights, Tensor result) {
        return Program.compile(List.of(x, weights), List.of(result), Map.of(), Backends.of("auto"));
    }

    /** What reaches the operand of relu before dropout, with the mask and without knowing it any more. */
    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "auto"})
    void reluBeforeDropoutLearnsFromTheResultAlone(String backend) {
        Shape shape = Shape.of(40, 50);
        Tensor x = Programs.input("x", DType.FLOAT32, 40, 50);
        Tensor g = Programs.input("g", DType.FLOAT32, 40, 50);
        Tensor mask = Tensor.of(new RandomOp(RandomOp.Kind.BERNOULLI, 0.75, 4 / 3.0, 3, x.type()));
        Tensor dropped = x.relu().times(mask);
        Tensor reaches = Gradients.of(dropped.times(g).sum(), List.of(x)).get(0);
        List<double[]> values = List.of(Programs.random(RANDOM, shape, -1, 1), Programs.random(RANDOM, shape, -1, 1));
        List<double[]> results = Programs.run(backend, List.of(x, g), values, List.of(reaches, mask));
        for (int i = 0; i < shape.size(); i++) {
            double expected = values.get(0)[i] > 0 ? (float) values.get(1)[i] * results.get(1)[i] : 0;
            assertThat(results.get(0)[i]).isEqualTo((float) expected);
        }
        try (Program program =
                Program.compile(List.of(x, g), List.of(reaches, dropped), Map.of(), Backends.of(backend))) {
            assertThat(program.describe().lines().filter(l -> l.startsWith("RandomOp") || l.startsWith("Fused")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
