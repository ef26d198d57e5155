package dev.sequential.engine.loops;

import dev.sequential.engine.Broadcast;
import dev.sequential.engine.Concat;
import dev.sequential.engine.Fill;
import dev.sequential.engine.InTurn;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Pad;
import dev.sequential.engine.Reverse;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Slice;
import dev.sequential.engine.Transpose;
import java.util.ArrayList;
import java.util.List;

/** The operations that only move elements, as one or more {@link CopyLoop}s. */
final class Copies {
    private Copies() {}

    static Kernel of(Transpose op, Memory in, Memory out) {
        long[] strides = Layout.strides(in.shape());
        long[] read = op.order().stream().mapToLong(axis -> strides[axis]).toArray();
        return CopyLoop.of(in, out, 0, 0, out.shape().dims(), read, Layout.strides(out.shape()));
    }

    static Kernel of(Broadcast op, Memory in, Memory out) {
        long[] strides = Layout.strides(in.shape());
        long[] read = new long[op.to().rank()];
        int extra = read.length - strides.length;
        for (int i = 0; i < strides.length; i++) read[extra + i] = in.shape().dim(i) == 1 ? 0 : strides[i];
        return CopyLoop.of(in, out, 0, 0, out.shape().dims(), read, Layout.strides(out.shape()));
    }

    static Kernel of(Slice op, Memory in, Memory out) {
        long[] read = Layout.strides(in.shape());
        long from = 0;
        for (int i = 0; i < read.length; i++) {
            from += op.begin().get(i) * read[i];
            read[i] *= op.stride().get(i);
        }
        return CopyLoop.of(in, out, from, 0, out.shape().dims(), read, Layout.strides(out.shape()));
    }

    static Kernel of(Reverse op, Memory in, Memory out) {
        long[] read = Layout.strides(in.shape());
        long from = 0;
        for (int axis : op.axes()) {
            from += (in.shape().dim(axis) - 1) * read[axis];
            read[axis] = -read[axis];
        }
        return CopyLoop.of(in, out, from, 0, out.shape().dims(), read, Layout.strides(out.shape()));
    }

    static Kernel of(Concat op, List<Memory> in, Memory out) {
        long[] write = Layout.strides(out.shape());
        List<Kernel> parts = new ArrayList<>();
        long to = 0;
        for (Memory part : in) {
            Shape shape = part.shape();
            parts.add(CopyLoop.of(part, out, 0, to, shape.dims(), Layout.strides(shape), write));
            to += shape.dim(op.axis()) * write[op.axis()];
        }
        return new InTurn(parts);
    }

    static Kernel of(Pad op, Memory in, Memory out) {
        long[] write = Layout.strides(out.shape());
        long to = 0;
        for (int i = 0; i < write.length; i++) {
            to += op.before().get(i) * write[i];
            write[i] *= op.interior().get(i) + 1;
        }
        Kernel fill = FusedLoop.of(new Fill(op.value(), out.type()), List.of(), out);
        Kernel copy = CopyLoop.of(in, out, 0, to, in.shape().dims(), Layout.strides(in.shape()), write);
        return new InTurn(List.of(fill, copy));
    }
}
