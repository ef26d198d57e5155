package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Reference.Value;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run makes no garbage, neither for small tensors nor for large ones. */
class Kernel_AllocationTest {
    static Stream<Arguments> operations() {
        return Stream.of(8L, 200L).flatMap(n -> {
            Type square = Kernels.floats(n, n);
            MatMul product = new MatMul(false, true);
            Window window = Window.of(List.of(3L, 3L), List.of(1L, 1L));
            Shape space = Shape.of(n, n);
            Type image = Kernels.floats(1, n, n, 8);
            Conv gradient = new Conv(Conv.Part.KERNEL, window, 1, space);
            return Stream.of(
                    Arguments.of(
                            new Conv(Conv.Part.RESULT, window, 1, space), List.of(image, Kernels.floats(3, 3, 8, 4))),
                    Arguments.of(
                            new KernelAndBias(gradient, new Reduce(Reduce.Kind.SUM, List.of(0, 1, 2))),
                            List.of(image, Kernels.floats(1, n - 2, n - 2, 4))),
                    Arguments.of(
                            new Maxima(new Pool(Pool.Kind.MAX, Pool.Direction.GATHER, window, space)), List.of(image)),
                    Arguments.of(Unary.of(Unary.Kind.EXP), List.of(square)),
                    Arguments.of(Unary.of(Unary.Kind.ERF), List.of(square)),
                    Arguments.of(new Binary(Binary.Kind.GREATER), List.of(square, Kernels.floats(n))),
                    Arguments.of(new Select(), List.of(square, square, Kernels.floats())),
                    Arguments.of(new Cast(DType.INT32), List.of(square)),
                    Arguments.of(new Reduce(Reduce.Kind.SUM, List.of(0)), List.of(square)),
                    Arguments.of(new Reduce(Reduce.Kind.MEAN, List.of(0, 1)), List.of(square)),
                    Arguments.of(new Reduce(Reduce.Kind.MAX, List.of(1)), List.of(square)),
                    Arguments.of(new ArgMax(1), List.of(square)),
                    Arguments.of(new Softmax(1), List.of(square)),
                    Arguments.of(new LogSoftmax(1), List.of(square)),
                    Arguments.of(product, List.of(square, square)),
                    Arguments.of(
                            new Linear(product, true, List.of(Unary.of(Unary.Kind.TANH))),
                            List.of(square, square, Kernels.floats(n))),
                    Arguments.of(new Transpose(List.of(1, 0)), List.of(square)),
                    Arguments.of(new Concat(1), List.of(square, square)),
                    Arguments.of(new Reverse(List.of(0)), List.of(square)),
                    Arguments.of(new Gather(), List.of(square, Kernels.ints(n))),
                    Arguments.of(new ScatterAdd(n), List.of(square, Kernels.ints(n))),
                    Arguments.of(new RandomOp(RandomOp.Kind.NORMAL, 0, 1, 3, square), List.of()),
                    Arguments.of(fused(square), List.of(square, square, Kernels.floats())),
                    Arguments.of(
                            new FusedScatter(fused(square), 0, new ScatterAdd(n)),
                            List.of(square, Kernels.floats(), Kernels.floats(8, n), Kernels.ints(8))));
        });
    }

    private static Fused fused(Type type) {
        List<Fused.Step> steps = List.of(
                new Fused.Step(new Binary(Binary.Kind.MULTIPLY), List.of(0, 1), type),
                new Fused.Step(Unary.of(Unary.Kind.SQRT), List.of(3), type),
                new Fused.Step(new Binary(Binary.Kind.DIVIDE), List.of(4, 2), type));
        return new Fused(3, steps, List.of(3, 5), type.shape());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void runsMakeNoGarbage(Op op, List<Type> operands) {
        Random random = new Random(1);
        List<Value> in =
                operands.stream().map(t -> Kernels.random(random, t, 0, 8)).toList();
        List<Memory> from = in.stream().map(Kernels::memory).toList();
        List<Memory> to = op.types(operands).stream().map(Kernels::memory).toList();
        Kernel kernel = new OneDnnBackend().kernel(op, from, to);

        assertThat(Kernels.allocated(kernel)).as("bytes by %s", kernel).isZero();
        kernel.close();
    }
}
