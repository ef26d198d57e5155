package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Runs one kernel on memory of its own and compares with {@link Reference}. */
public final class Kernels {
    /** The number of the run in all checks. */
    public static final long KEY = 42;

    /** Where kernels come from. */
    @FunctionalInterface
    public interface Finder {
        Kernel kernel(Op op, List<Memory> in, List<Memory> out);
    }

    private Kernels() {}

    public static Type floats(long... dims) {
        return new Type(Shape.of(dims), DType.FLOAT32);
    }

    public static Type ints(long... dims) {
        return new Type(Shape.of(dims), DType.INT32);
    }

    /** Numbers that float32 holds, between two bounds; whole ones for integers. */
    public static Reference.Value random(Random random, Type type, double low, double high) {
        double[] elements = random.doubles(type.shape().size(), low, high)
                .map(v -> type.dtype() == DType.INT32 ? Math.floor(v) : (float) v)
                .toArray();
        return new Reference.Value(type, elements);
    }

    /** New memory holding a value. */
    public static Memory memory(Reference.Value value) {
        Memory memory = memory(value.type());
        Programs.fill(memory, value.elements());
        return memory;
    }

    /** New memory, full of a number that no result should keep. */
    public static Memory memory(Type type) {
        long[] dims = type.shape().dims();
        return Memory.of(
                Nd4j.createUninitializedDetached(Variable.dataType(type.dtype()), dims)
                        .assign(-77),
                type);
    }

    /** Checks a kernel with results in memory of their own. */
    public static void check(Finder finder, Op op, List<Reference.Value> in, double tolerance) {
        List<Memory> from = in.stream().map(Kernels::memory).toList();
        check(finder, op, in, from, results(op, in), tolerance);
    }

    private static List<Memory> results(Op op, List<Reference.Value> in) {
        List<Memory> to = new ArrayList<>();
        for (Type type : op.types(in.stream().map(Reference.Value::type).toList())) to.add(memory(type));
        return to;
    }

    /** Checks a kernel with its first result in the memory of an operand. */
    public static void checkInPlace(Finder finder, Op op, List<Reference.Value> in, int operand, double tolerance) {
        List<Memory> from = in.stream().map(Kernels::memory).toList();
        List<Memory> to = results(op, in);
        to.set(0, from.get(operand));
        check(finder, op, in, from, to, tolerance);
    }

    /** Checks a kernel on memory that was chosen before and holds the operands. */
    public static void check(
            Finder finder, Op op, List<Reference.Value> in, List<Memory> from, List<Memory> to, double tolerance) {
        List<Reference.Value> expected = Reference.compute(op, in, KEY);
        Kernel kernel = finder.kernel(op, from, to);
        assertThat(kernel).as("kernel for %s on %s", op, from).isNotNull();
        try {
            kernel.run(KEY);
            for (int i = 0; i < expected.size(); i++) {
                compare(op, i, kernel, expected.get(i), Programs.elements(to.get(i)), tolerance);
            }
        } finally {
            kernel.close();
        }
    }

    private static void compare(
            Op op, int result, Kernel kernel, Reference.Value expected, double[] actual, double tolerance) {
        double[] e = expected.elements();
        assertThat(actual).hasSameSizeAs(e);
        for (int i = 0; i < e.length; i++) {
            boolean same = Double.compare(e[i], actual[i]) == 0 || e[i] == actual[i];
            if (same || Math.abs(e[i] - actual[i]) <= tolerance * Math.max(floor(op), Math.abs(e[i]))) continue;
            fail(
                    "Result %d of %s by %s: element %d of %s is %s, expected %s",
                    result, op, kernel, i, expected.type(), actual[i], e[i]);
        }
    }

    /** From which size on errors count relative to the result: sums of large terms may cancel. */
    private static double floor(Op op) {
        boolean cancels = op instanceof Linear
                || op instanceof Fused
                || op instanceof FusedScatter
                || op instanceof Pool
                || op instanceof Unary u && u.kind() == Unary.Kind.AFFINE;
        return cancels ? 1 : 1e-3;
    }

    /** Bytes of heap that a run allocates once it is warm. */
    public static long allocated(Kernel kernel) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 200; i++) kernel.run(i);
        long thread = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(thread);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 100; i++) kernel.run(i);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }
}
