package dev.sequential.engine.loops;

import dev.sequential.engine.ArgMax;
import dev.sequential.engine.Binary;
import dev.sequential.engine.Broadcast;
import dev.sequential.engine.Cast;
import dev.sequential.engine.Concat;
import dev.sequential.engine.Constant;
import dev.sequential.engine.Copy;
import dev.sequential.engine.DType;
import dev.sequential.engine.Detach;
import dev.sequential.engine.Fill;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Gather;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Linear;
import dev.sequential.engine.LogSoftmax;
import dev.sequential.engine.MatMul;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Op;
import dev.sequential.engine.Pad;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Reshape;
import dev.sequential.engine.Reverse;
import dev.sequential.engine.ScatterAdd;
import dev.sequential.engine.Select;
import dev.sequential.engine.Slice;
import dev.sequential.engine.Softmax;
import dev.sequential.engine.Transpose;
import dev.sequential.engine.Unary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The loop for each operation on float32 and int32 tensors. */
public final class Loops {
    /** Elements that a loop takes at once: little enough to stay in the nearest cache. */
    static final int CHUNK = 1024;

    private Loops() {}

    /** A kernel for the operation, or {@code null} where there is none, as for float64. */
    public static Kernel kernel(Op op, List<Memory> in, List<Memory> out) {
        if (Stream.concat(in.stream(), out.stream()).anyMatch(m -> m.dtype() == DType.FLOAT64)) return null;
        Memory to = out.get(0);
        if (to.size() == 0) return key -> {};
        if (op instanceof Fused fused) return FusedLoop.of(fused, in, out);
        if (op instanceof Constant constant) return constant(constant, to);
        if (op instanceof Unary
                || op instanceof Binary
                || op instanceof Select
                || op instanceof Cast
                || op instanceof Fill
                || op instanceof RandomOp) return FusedLoop.of(op, in, to);
        if (in.isEmpty()) return null;
        return moving(op, in, to);
    }

    private static Kernel moving(Op op, List<Memory> in, Memory to) {
        Memory x = in.get(0);
        if (op instanceof Reshape || op instanceof Detach) return view(x, to);
        if (op instanceof Transpose transpose) return Copies.of(transpose, x, to);
        if (op instanceof Broadcast broadcast) return Copies.of(broadcast, x, to);
        if (op instanceof Slice slice) return Copies.of(slice, x, to);
        if (op instanceof Reverse reverse) return Copies.of(reverse, x, to);
        if (op instanceof Concat concat) return Copies.of(concat, in, to);
        if (op instanceof Pad pad) return Copies.of(pad, x, to);
        if (op instanceof Gather) return RowsLoop.gather(x, in.get(1), to);
        return x.dtype() == DType.FLOAT32 ? computing(op, in, to) : null;
    }

    private static Kernel computing(Op op, List<Memory> in, Memory to) {
        Memory x = in.get(0);
        if (op instanceof ScatterAdd) return RowsLoop.scatterAdd(x, in.get(1), to);
        if (op instanceof Reduce reduce) return ReduceLoop.of(reduce, x, to);
        if (op instanceof ArgMax argMax) return ArgMaxLoop.of(argMax, x, to);
        if (op instanceof Softmax softmax) return SoftmaxLoop.of(softmax.axis(), false, x, to);
        if (op instanceof LogSoftmax softmax) return SoftmaxLoop.of(softmax.axis(), true, x, to);
        if (op instanceof MatMul product) {
            return new MatMulLoop(product, x, in.get(1), null, Optional.empty(), to);
        }
        if (op instanceof Linear linear
                && linear.product() instanceof MatMul product
                && linear.steps().size() <= 1
                && !linear.takesOther()) {
            Memory bias = linear.bias() ? in.get(2) : null;
            Optional<Unary> activation =
                    linear.steps().stream().map(Unary.class::cast).findFirst();
            return new MatMulLoop(product, x, in.get(1), bias, activation, to);
        }
        return null;
    }

    private static Kernel constant(Constant op, Memory out) {
        int n = op.values().length;
        float[] floats = new float[n];
        int[] ints = new int[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) op.values()[i];
            ints[i] = (int) op.values()[i];
        }
        Object words = out.dtype() == DType.INT32 ? ints : floats;
        return key -> Native.store(words, out.address(), n);
    }

    private static Kernel view(Memory in, Memory out) {
        return in.address() == out.address() ? key -> {} : new Copy(in, out);
    }
}
