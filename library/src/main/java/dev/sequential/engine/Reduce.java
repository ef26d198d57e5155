package dev.sequential.engine;

import java.util.List;

/** Folds some axes, which stay with length 1. {@code axes} are sorted and count from 0. */
public record Reduce(Kind kind, List<Integer> axes) implements Op {
    /** How elements are folded. */
    public enum Kind {
        SUM,
        MEAN,
        /** Equal maxima share the gradient, as in JAX. */
        MAX,
        MIN,
        PRODUCT
    }

    public Reduce {
        axes = List.copyOf(axes);
    }

    @Override
    public Type type(List<Type> in) {
        Shape shape = in.get(0).shape();
        for (int axis : axes) shape = shape.withDim(axis, 1);
        return in.get(0).with(shape);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor x = node.inputs().get(0);
        Tensor y = node.outputs().get(0);
        return List.of(
                switch (kind) {
                    case SUM -> grad.broadcastTo(x.shape());
                    case MEAN -> grad.times(1.0 / count(x.shape())).broadcastTo(x.shape());
                    case MAX, MIN -> {
                        Tensor chosen = x.equalTo(y);
                        yield chosen.times(grad.dividedBy(chosen.fold(Kind.SUM, axes)));
                    }
                    case PRODUCT -> grad.times(y).dividedBy(x);
                });
    }

    /** Number of elements folded into one. */
    public long count(Shape shape) {
        long count = 1;
        for (int axis : axes) count *= shape.dim(axis);
        return count;
    }
}
