package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.nd4j.Nd4jBackend;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The precision of a product: it reaches oneDNN, which rounds where the CPU multiplies bfloat16, and the gradients. */
class Precision_ProductTest {
    private static final OneDnnBackend ONEDNN = new OneDnnBackend();
    /** What two operands, each rounded to 8 bits, may add to a product of size 1, and some float32 sums. */
    private static final double ROUNDED = 1.01 / 128;

    static Stream<Arguments> products() {
        Window window = new Window(List.of(3L, 3L), List.of(1L, 1L), List.of(1L, 1L), List.of(1L, 1L), List.of(1L, 1L));
        Shape space = Shape.of(12, 10);
        Type image = Kernels.floats(4, 12, 10, 64);
        Type kernel = Kernels.floats(3, 3, 64, 32);
        Type result = Kernels.floats(4, 12, 10, 32);
        Op both =
                new KernelAndBias(conv(Conv.Part.KERNEL, window, space), new Reduce(Reduce.Kind.SUM, List.of(0, 1, 2)));
        return Stream.of(
                Arguments.of(matmul(false, false), List.of(Kernels.floats(128, 96), Kernels.floats(96, 64))),
                Arguments.of(matmul(false, true), List.of(Kernels.floats(128, 96), Kernels.floats(64, 96))),
                Arguments.of(matmul(true, false), List.of(Kernels.floats(96, 128), Kernels.floats(96, 64))),
                Arguments.of(matmul(false, false), List.of(Kernels.floats(3, 40, 64), Kernels.floats(3, 64, 48))),
                Arguments.of(matmul(false, false), List.of(Kernels.floats(4, 96), Kernels.floats(96, 64))),
                Arguments.of(matmul(false, false), List.of(Kernels.floats(2, 3), Kernels.floats(3, 2))),
                Arguments.of(
                        new Linear(matmul(false, false), true, List.of(Unary.of(Unary.Kind.RELU))),
                        List.of(Kernels.floats(128, 96), Kernels.floats(96, 64), Kernels.floats(64))),
                Arguments.of(conv(Conv.Part.RESULT, window, space), List.of(image, kernel)),
                Arguments.of(conv(Conv.Part.DATA, window, space), List.of(result, kernel)),
                Arguments.of(both, List.of(image, result)));
    }

    private static MatMul matmul(boolean left, boolean right) {
        return new MatMul(left, right, Precision.BFLOAT16);
    }

    private static Conv conv(Conv.Part part, Window window, Shape space) {
        return new Conv(part, window, 1, space, Precision.BFLOAT16);
    }

    @ParameterizedTest
    @MethodSource("products")
    void isFloat32OrWithinBfloat16OfIt(Op op, List<Type> types) {
        Random random = new Random(3);
        List<Memory> in = types.stream()
                .map(t -> Kernels.memory(Kernels.random(random, t, -1, 1)))
                .toList();
        List<Memory> sizes = in.stream().map(Precision_ProductTest::size).toList();
        List<double[]> mixed = run(ONEDNN, op, in);
        List<double[]> full = run(ONEDNN, exact(op), in);
        List<double[]> scale = run(ONEDNN, exact(op), sizes);
        for (int i = 0; i < full.size(); i++) {
            if (!ONEDNN.computes(Precision.BFLOAT16)) {
                assertThat(mixed.get(i)).as("without bfloat16").isEqualTo(full.get(i));
                continue;
            }
            for (int j = 0; j < full.get(i).length; j++) {
                assertThat(Math.abs(mixed.get(i)[j] - full.get(i)[j]))
                        .as("element %d", j)
                        .isLessThanOrEqualTo(ROUNDED * scale.get(i)[j]);
            }
        }
    }

    /** Numbers without their signs, whose products do not cancel. */
    private static Memory size(Memory memory) {
        return Memory.of(Transforms.abs(memory.array(), true), memory.type());
    }

    private static Op exact(Op op) {
        if (op instanceof MatMul m) return new MatMul(m.transposeA(), m.transposeB(), Precision.FULL);
        if (op instanceof Conv c) return new Conv(c.makes(), c.window(), c.groups(), c.space(), Precision.FULL);
        if (op instanceof Linear l) return new Linear(exact(l.product()), l.bias(), l.steps());
        return new KernelAndBias((Conv) exact(((KernelAndBias) op).conv()), ((KernelAndBias) op).bias());
    }

    private static List<double[]> run(Backend backend, Op op, List<Memory> in) {
        List<Memory> out = op.types(in.stream().map(Memory::type).toList()).stream()
                .map(Kernels::memory)
                .toList();
        Kernel kernel = backend.kernel(op, in, out);
        try {
            kernel.run(Kernels.KEY);
            return out.stream().map(Programs::elements).toList();
        } finally {
            kernel.close();
        }
    }

    @Test
    void roundsTheOperandsWhereItIsAsked() {
        double[] given = {1, 1 + 1 / 256.0, 1 + 3 / 256.0, 1 + 1 / 512.0, -3.14159};
        double[] nearest = {1, 1, 1 + 4 / 256.0, 1, -3.140625};
        Memory column = Kernels.memory(new Reference.Value(Kernels.floats(5, 1), given));
        Memory one = Kernels.memory(new Reference.Value(Kernels.floats(1, 1), new double[] {1}));
        assertThat(run(new RoundedProducts(), matmul(false, false), List.of(column, one))
                        .get(0))
                .isEqualTo(nearest);
        assertThat(run(new RoundedProducts(), exact(matmul(false, false)), List.of(column, one))
                        .get(0))
                .isEqualTo(Programs.elements(column));
    }

    @Test
    void passesToGradientsOfGradientsAndThroughLoops() {
        Tensor x = Programs.input("x", DType.FLOAT32, 5, 4, 3);
        Tensor w = Programs.input("w", DType.FLOAT32, 3, 3);
        Tensor image = Programs.input("image", DType.FLOAT32, 2, 6, 6, 3);
        Tensor kernel = Programs.input("kernel", DType.FLOAT32, 3, 3, 3, 2);
        Tensor loss = Precision.BFLOAT16.in(() -> {
            Scan.Result loop = Scan.over(List.of(x), List.of(x.sum(0).zerosLike()), false, (parts, states) -> {
                Tensor next = parts.get(0).matmul(w).plus(states.get(0)).tanh();
                return new Scan.Step(List.of(next), List.of());
            });
            Tensor turned = loop.states().get(0).matmul(w.transpose());
            Window window = Window.of(List.of(3L, 3L), List.of(1L, 1L));
            return turned.square()
                    .sum()
                    .plus(Conv.of(image, kernel, window, 1).tanh().sum());
        });
        List<Tensor> first = gradients(loss, w, kernel);
        Tensor size = first.get(0).square().sum().plus(first.get(1).square().sum());
        List<Tensor> second = gradients(size, w, kernel);
        List<Tensor> results = new ArrayList<>(first);
        results.addAll(second);
        RoundedProducts rounded = new RoundedProducts();
        List<Backend> backends = List.of(rounded, new Nd4jBackend());
        Program.compile(List.of(x, w, image, kernel), results, Map.of(), backends)
                .close();
        assertThat(rounded.products(Precision.BFLOAT16)).isGreaterThan(8);
        assertThat(rounded.products(Precision.FULL)).isZero();
    }

    private static List<Tensor> gradients(Tensor y, Tensor... by) {
        return Gradients.of(y, y.onesLike(), List.of(by));
    }
}
