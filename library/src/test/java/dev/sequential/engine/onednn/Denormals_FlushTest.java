package dev.sequential.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sequential.engine.DType;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Kernels;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Program;
import dev.sequential.engine.Programs;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Unary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers too small to be normal are zero to kernels, in every thread, and remain what they are to Java. */
class Denormals_FlushTest {
    /** Enough for all threads to take part. */
    private static final int MANY = 1 << 20;

    private static final float TINY = Float.MIN_NORMAL / 4;

    private static volatile float tiny = TINY;

    @BeforeEach
    void onlyWhereItIsPossible() {
        assumeTrue(Denormals.canFlush(), "needs Linux on x86-64 with GNU's libraries");
    }

    @Test
    void areZeroToEveryThreadOfAKernel() throws InterruptedException {
        inAThreadOfItsOwn(() -> assertThat(doubled(MANY)).containsOnly(0));
    }

    @Test
    void areZeroAlsoToThreadsThatWereThereBefore() throws InterruptedException {
        inAThreadOfItsOwn(() -> {
            kernelOutsideAProgram();
            assertThat(doubled(MANY)).containsOnly(0);
        });
    }

    @Test
    void areNumbersToJavaAfterARun() {
        doubled(MANY);

        assertThat(tiny * 2).isEqualTo(Float.MIN_NORMAL / 2);
    }

    private static double[] doubled(int size) {
        Tensor x = Programs.input("x", DType.FLOAT32, size);
        try (Program program =
                Program.compile(List.of(x), List.of(x.plus(x)), Map.of(), List.of(new OneDnnBackend()))) {
            double[] values = new double[size];
            Arrays.fill(values, TINY);
            return Programs.run(program, List.of(values), 1).get(0);
        }
    }

    private static void kernelOutsideAProgram() {
        Memory memory = Kernels.memory(Kernels.floats(MANY));
        Kernel kernel = new OneDnnBackend().kernel(Unary.of(Unary.Kind.RELU), List.of(memory), List.of(memory));
        kernel.run(0);
        kernel.close();
    }

    private static void inAThreadOfItsOwn(Runnable work) throws InterruptedException {
        Throwable[] failure = {null};
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }
}
