package dev.sequential.engine;

import java.util.List;

/**
 * Part of each axis: places {@code begin}, {@code begin + stride}, … below {@code end}. An end of {@code -1} means the
 * whole axis, whatever its length.
 */
public record Slice(List<Long> begin, List<Long> end, List<Long> stride) implements Op {
    public Slice {
        begin = List.copyOf(begin);
        end = List.copyOf(end);
        stride = List.copyOf(stride);
    }

    @Override
    public Type type(List<Type> in) {
        Shape shape = in.get(0).shape();
        for (int i = 0; i < shape.rank(); i++) {
            long dim = shape.dim(i);
            if (end.get(i) == -1 && begin.get(i) == 0 && stride.get(i) == 1) continue;
            long stop = end.get(i) == -1 ? dim : end.get(i);
            Check.that(
                    begin.get(i) >= 0 && begin.get(i) <= stop && (dim == Shape.UNKNOWN || stop <= dim),
                    "Places %d to %d lie outside axis %d of shape %s",
                    begin.get(i),
                    stop,
                    i,
                    shape);
            shape = shape.withDim(i, (stop - begin.get(i) + stride.get(i) - 1) / stride.get(i));
        }
        return in.get(0).with(shape);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Shape from = node.inputs().get(0).shape();
        long[] before = new long[from.rank()];
        long[] after = new long[from.rank()];
        long[] interior = new long[from.rank()];
        for (int i = 0; i < from.rank(); i++) {
            before[i] = begin.get(i);
            interior[i] = stride.get(i) - 1;
            long taken = grad.shape().dim(i);
            long span = taken == 0 ? 0 : (taken - 1) * stride.get(i) + 1;
            after[i] = from.dim(i) - before[i] - span;
        }
        return List.of(grad.pad(before, after, interior, 0));
    }
}
