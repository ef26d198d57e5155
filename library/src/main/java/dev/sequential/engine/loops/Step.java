package dev.sequential.engine.loops;

import dev.sequential.engine.Binary;
import dev.sequential.engine.Cast;
import dev.sequential.engine.Constant;
import dev.sequential.engine.DType;
import dev.sequential.engine.Fill;
import dev.sequential.engine.Op;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Select;
import dev.sequential.engine.Unary;
import java.util.Arrays;
import java.util.List;

/** One element-wise operation bound to registers. */
@FunctionalInterface
interface Step {
    /** Computes {@code n} elements, of which the first belongs to place {@code from} of the result. */
    void run(long from, int n);

    /** Called once at the start of a program's run. */
    default void begin(long key) {}

    /** Whether the result is the same in every run, made when the step is bound. */
    default boolean isConstant() {
        return false;
    }

    /** Whether {@link #of} knows the operation for operands and a result of these types. */
    static boolean isKnown(Op op, List<DType> in, DType out) {
        if (in.contains(DType.FLOAT64) || out == DType.FLOAT64) return false;
        if (op instanceof Unary unary) return out == DType.FLOAT32 || IntLoops.isKnown(unary.kind());
        if (op instanceof Select) return in.get(0) == DType.FLOAT32;
        if (op instanceof Constant constant) return constant.values().length == 1;
        return op instanceof Binary || op instanceof Cast || op instanceof Fill || op instanceof RandomOp;
    }

    /** The step of an operation on arrays of the right types. */
    static Step of(Op op, Object[] in, Object out) {
        if (op instanceof Fill fill) return constant(fill.value(), out);
        if (op instanceof Constant constant) return constant(constant.values()[0], out);
        if (op instanceof RandomOp random) return new Random(random, out);
        if (op instanceof Cast) return cast(in[0], out);
        if (op instanceof Select) return SelectLoop.of((float[]) in[0], in[1], in[2], out);
        if (out instanceof int[]) return IntLoops.of(op, in, (int[]) out);
        if (op instanceof Unary unary) {
            float[] x = (float[]) in[0];
            float[] y = (float[]) out;
            UnaryLoop loop = UnaryLoop.of(unary, y.length);
            return (from, n) -> loop.apply(x, y, n);
        }
        BinaryLoop loop = BinaryLoop.of(((Binary) op).kind());
        float[] x = (float[]) in[0];
        float[] y = (float[]) in[1];
        float[] z = (float[]) out;
        return (from, n) -> loop.apply(x, y, z, n);
    }

    private static Step cast(Object in, Object out) {
        if (in instanceof float[] x && out instanceof int[] y) {
            return (from, n) -> {
                for (int i = 0; i < n; i++) y[i] = (int) x[i];
            };
        }
        if (in instanceof int[] x && out instanceof float[] y) {
            return (from, n) -> {
                for (int i = 0; i < n; i++) y[i] = x[i];
            };
        }
        return (from, n) -> System.arraycopy(in, 0, out, 0, n);
    }

    private static Step constant(double value, Object out) {
        if (out instanceof float[] f) Arrays.fill(f, (float) value);
        if (out instanceof int[] i) Arrays.fill(i, (int) value);
        return new Step() {
            @Override
            public void run(long from, int n) {}

            @Override
            public boolean isConstant() {
                return true;
            }
        };
    }

    /** Random numbers. */
    final class Random implements Step {
        private final RandomLoop loop;
        private final float[] floats;
        private final int[] ints;

        Random(RandomOp op, Object out) {
            this.ints = out instanceof int[] i ? i : null;
            this.floats = out instanceof float[] f ? f : new float[ints.length];
            this.loop = new RandomLoop(op, floats.length);
        }

        @Override
        public void begin(long key) {
            loop.begin(key);
        }

        @Override
        public void run(long from, int n) {
            loop.fill(from, floats, n);
            if (ints == null) return;
            for (int i = 0; i < n; i++) ints[i] = (int) floats[i];
        }
    }
}
