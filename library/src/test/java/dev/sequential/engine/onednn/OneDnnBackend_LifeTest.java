package dev.sequential.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Composite;
import dev.sequential.engine.Conv;
import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.KernelAndBias;
import dev.sequential.engine.Kernels;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Linear;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Maxima;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Normalized;
import dev.sequential.engine.Op;
import dev.sequential.engine.Pool;
import dev.sequential.engine.Programs;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Reference.Value;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Softmax;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Transpose;
import dev.sequential.engine.Type;
import dev.sequential.engine.Unary;
import dev.sequential.engine.Window;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Native objects: made, used on any thread, freed. */
class OneDnnBackend_LifeTest {
    private static final Type SQUARE = Kernels.floats(150, 150);
    private static final Linear LINEAR = new Linear(new MatMul(true, false), true, List.of(Unary.of(Unary.Kind.RELU)));

    private static final List<Type> LSTM_OPERANDS = List.of(
            Kernels.floats(3, 4, 5),
            Kernels.floats(5, 24),
            Kernels.floats(6, 24),
            Kernels.floats(4, 6),
            Kernels.floats(4, 6));

    private static final List<Type> NORM_OPERANDS =
            List.of(Kernels.floats(8, 16, 16, 32), Kernels.floats(32), Kernels.floats(32));

    /** A loop that leaves its outputs to its gradient; what its pieces would be does not matter here. */
    private static Op lstm() {
        return whole(new KnownLoop(KnownLoop.Cell.LSTM, false, false, false), LSTM_OPERANDS, 3, 4);
    }

    private static Op norm() {
        return whole(new Normalized(Normalized.Over.OTHERS, 1e-3, true, true), NORM_OPERANDS, 0, 1, 2);
    }

    /** A composite whose results are of the types of these operands. */
    private static Op whole(Composite.Kind kind, List<Type> types, int... results) {
        List<Tensor> operands =
                types.stream().map(t -> Tensor.fill(0, t.shape(), t.dtype())).toList();
        List<Tensor> made = IntStream.of(results).mapToObj(operands::get).toList();
        return Composite.of(kind, operands, made).get(0).node().op();
    }

    static Stream<Arguments> operations() {
        List<Fused.Step> steps = List.of(
                new Fused.Step(new Binary(Binary.Kind.MULTIPLY), List.of(0, 1), SQUARE),
                new Fused.Step(Unary.of(Unary.Kind.TANH), List.of(2), SQUARE),
                new Fused.Step(new Binary(Binary.Kind.ADD), List.of(3, 3), SQUARE),
                new Fused.Step(new Binary(Binary.Kind.MULTIPLY), List.of(4, 3), SQUARE));
        Window window = Window.of(List.of(3L, 3L), List.of(1L, 1L));
        Shape space = Shape.of(12, 12);
        Type image = Kernels.floats(2, 12, 12, 8);
        Type kernel = Kernels.floats(3, 3, 8, 16);
        Type result = Kernels.floats(2, 10, 10, 16);
        Type pooled = Kernels.floats(2, 10, 10, 8);
        Conv gradient = new Conv(Conv.Part.KERNEL, window, 1, space);
        Pool spread = new Pool(Pool.Kind.MAX, Pool.Direction.SPREAD, window, space);
        Pool gather = new Pool(Pool.Kind.MAX, Pool.Direction.GATHER, window, space);
        return Stream.of(
                Arguments.of(new Conv(Conv.Part.RESULT, window, 1, space), List.of(image, kernel)),
                Arguments.of(new Conv(Conv.Part.DATA, window, 1, space), List.of(result, kernel)),
                Arguments.of(
                        new KernelAndBias(gradient, new Reduce(Reduce.Kind.SUM, List.of(0, 1, 2))),
                        List.of(image, result)),
                Arguments.of(spread, List.of(image, pooled)),
                Arguments.of(new Maxima(gather), List.of(image)),
                Arguments.of(lstm(), LSTM_OPERANDS),
                Arguments.of(norm(), NORM_OPERANDS),
                Arguments.of(LINEAR, List.of(SQUARE, SQUARE, Kernels.floats(150))),
                Arguments.of(new Softmax(1), List.of(SQUARE)),
                Arguments.of(new Fused(2, steps, List.of(5), SQUARE.shape()), List.of(SQUARE, SQUARE)));
    }

    private static List<Memory> memory(List<Type> types) {
        Random random = new Random(1);
        return types.stream()
                .map(t -> Kernels.memory(Kernels.random(random, t, 0, 1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void closingFreesWhatAKernelOwns(Op op, List<Type> types) {
        List<Memory> in = memory(types);
        List<Memory> out = memory(op.types(types));
        long before = 0;
        long tracked = 0;
        for (int i = 0; i < 600; i++) {
            if (i == 100) {
                before = Pointer.physicalBytes();
                tracked = Pointer.totalBytes();
            }
            Kernel kernel = new OneDnnBackend().kernel(op, in, out);
            kernel.run(i);
            kernel.close();
            kernel.close();
        }
        // Less if what other tests left to the garbage collector went meanwhile; a kernel that leaks 500 times is more.
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(tracked);
        assertThat(Pointer.physicalBytes() - before).as("growth").isLessThan(24L << 20);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aKernelRunsOnAnotherThreadThanTheOneThatMadeIt(Op op, List<Type> types) throws InterruptedException {
        List<Memory> in = memory(types);
        List<Memory> out = memory(op.types(types));
        Kernel kernel = new OneDnnBackend().kernel(op, in, out);
        kernel.run(0);
        double[] here = Programs.elements(out.get(0));
        AtomicReference<double[]> there = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            kernel.run(0);
            there.set(Programs.elements(out.get(0)));
        });
        thread.start();
        thread.join();

        assertThat(there.get()).isEqualTo(here);
        kernel.close();
    }

    @Test
    void float64IsLeftToOthers() {
        Type type = new Type(SQUARE.shape(), DType.FLOAT64);
        Memory memory = Kernels.memory(new Value(type, new double[150 * 150]));

        assertThat(new OneDnnBackend().kernel(Unary.of(Unary.Kind.EXP), List.of(memory), List.of(memory)))
                .isNull();
    }

    @Test
    void withoutOneDnnLoopsDoAllButLargeProducts() {
        OneDnnBackend loops = new OneDnnBackend(false);
        Memory square = Kernels.memory(SQUARE);
        List<Memory> out = List.of(Kernels.memory(SQUARE));

        assertThat(loops.kernel(new Softmax(1), List.of(square), out).toString())
                .startsWith("loop of softmax on " + square);
        assertThat(loops.kernel(new MatMul(false, false), List.of(square, square), out))
                .isNull();
    }

    @Test
    void transposesOfMoreThanAFewElementsAreReorders() {
        List<Memory> square = List.of(Kernels.memory(SQUARE));
        List<Memory> small = List.of(Kernels.memory(SQUARE.with(Shape.of(9, 9))));
        Op transpose = new Transpose(List.of(1, 0));

        assertThat(new OneDnnBackend().kernel(transpose, square, square).toString())
                .startsWith("jit");
        assertThat(new OneDnnBackend().kernel(transpose, small, small).toString())
                .startsWith("copy");
    }

    /** oneDNN repeats a row more slowly than a loop does. */
    @Test
    void loopsRepeatRows() {
        Memory square = Kernels.memory(SQUARE);
        Memory row = Kernels.memory(SQUARE.with(Shape.of(150)));
        Op sum = new Binary(Binary.Kind.ADD);

        assertThat(new OneDnnBackend()
                        .kernel(sum, List.of(square, row), List.of(square))
                        .toString())
                .startsWith("loop");
        assertThat(new OneDnnBackend()
                        .kernel(sum, List.of(square, square), List.of(square))
                        .toString())
                .startsWith("chains");
    }
}
