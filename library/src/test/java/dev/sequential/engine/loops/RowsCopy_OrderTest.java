package dev.sequential.engine.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.DType;
import dev.sequential.engine.Kernels;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Programs;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are copied in the order asked for, by one thread or by several. */
class RowsCopy_OrderTest {
    @ParameterizedTest
    @EnumSource
    void rowsComeInTheirOrder(DType dtype) {
        Random random = new Random(6);
        for (int width : new int[] {1, 700}) {
            int count = 150;
            int begin = 20;
            Memory table = Kernels.memory(new Type(Shape.of(400, width), dtype));
            Programs.fill(
                    table, IntStream.range(0, 400 * width).asDoubleStream().toArray());
            // Neighbours, then any, of which the first ten are not asked for.
            int[] order = IntStream.concat(IntStream.range(0, 60), random.ints(100, 0, 380))
                    .toArray();
            Memory into = Kernels.memory(new Type(Shape.of(count, width), dtype));

            new RowsCopy(table, into, count).run(order, 10, begin);

            double[] expected = Arrays.stream(order, 10, 160)
                    .flatMap(row -> IntStream.range((begin + row) * width, (begin + row + 1) * width))
                    .asDoubleStream()
                    .toArray();
            assertThat(Programs.elements(into)).isEqualTo(expected);
        }
    }
}
