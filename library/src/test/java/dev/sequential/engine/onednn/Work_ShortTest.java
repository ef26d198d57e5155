package dev.sequential.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sequential.engine.Backends;
import dev.sequential.engine.DType;
import dev.sequential.engine.Program;
import dev.sequential.engine.Programs;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.loops.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product of some microseconds is shared among threads in a long program only. */
class Work_ShortTest {
    private static final String ALONE = "on one thread";

    @BeforeEach
    void thereAreThreadsToShareAmong() {
        assumeThat(Threads.count()).isGreaterThan(1);
    }

    /** What a program does that multiplies a matrix of so many rows by so many square matrices, one after the other. */
    private static String products(long rows, int count) {
        List<Tensor> inputs = new ArrayList<>(List.of(Programs.input("x", DType.FLOAT32, rows, 400)));
        Tensor result = inputs.get(0);
        for (int i = 0; i < count; i++) {
            inputs.add(Programs.input("w", DType.FLOAT32, 400, 400));
            result = result.matmul(inputs.get(i + 1));
        }
        try (Program program = Program.compile(inputs, List.of(result), Map.of(), Backends.of("onednn"))) {
            return program.describe();
        }
    }

    @Test
    void aShortProgramStaysOnOneThread() {
        assertThat(products(32, 1)).contains(ALONE); // 5 million multiplications
    }

    @Test
    void theSameProductsAreSharedWhereThereAreMore() {
        assertThat(products(32, 2)).doesNotContain(ALONE);
    }

    @Test
    void whatIsBoundNextIsSharedAsBefore() {
        products(1, 1);

        assertThat(Threads.isOne()).isFalse();
        assertThat(products(256, 1)).doesNotContain(ALONE);
    }
}
