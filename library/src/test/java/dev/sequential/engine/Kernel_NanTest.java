package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.Reference.Value;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** NaN stays NaN on its way to the loss, in small tensors and in large ones. */
class Kernel_NanTest {
    static Stream<Arguments> operations() {
        return Stream.of(5L, 300L).flatMap(n -> {
            Type square = Kernels.floats(n, n);
            Linear relu = new Linear(new MatMul(false, false), true, List.of(Unary.of(Unary.Kind.RELU)));
            List<Op> alone = List.of(
                    Unary.of(Unary.Kind.RELU),
                    Unary.of(Unary.Kind.EXP),
                    Unary.of(Unary.Kind.LOG),
                    Unary.of(Unary.Kind.TANH),
                    Unary.of(Unary.Kind.SIGMOID),
                    Unary.of(Unary.Kind.SOFTPLUS),
                    new Unary(Unary.Kind.CLIP, -1, 1),
                    new Softmax(1),
                    new LogSoftmax(1),
                    new Reduce(Reduce.Kind.SUM, List.of(0)),
                    new Reduce(Reduce.Kind.MAX, List.of(1)));
            List<Op> together = List.of(new Binary(Binary.Kind.MAXIMUM), new Binary(Binary.Kind.MINIMUM));
            return Stream.concat(
                    Stream.concat(
                            alone.stream().map(op -> Arguments.of(op, List.of(square))),
                            together.stream().map(op -> Arguments.of(op, List.of(square, square)))),
                    Stream.of(Arguments.of(relu, List.of(square, square, Kernels.floats(n)))));
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nanStays(Op op, List<Type> types) {
        for (int nan = 0; nan < types.size(); nan++) {
            int which = nan;
            List<Memory> in = java.util.stream.IntStream.range(0, types.size())
                    .mapToObj(i -> filled(types.get(i), i == which ? Double.NaN : 1))
                    .toList();
            Memory out = Kernels.memory(op.type(types));
            Kernel kernel = new OneDnnBackend().kernel(op, in, List.of(out));
            kernel.run(0);

            assertThat(Programs.elements(out)).as("%s", kernel).containsOnly(Double.NaN);
            kernel.close();
        }
    }

    private static Memory filled(Type type, double value) {
        double[] elements = new double[(int) type.shape().size()];
        Arrays.fill(elements, value);
        return Kernels.memory(new Value(type, elements));
    }
}
