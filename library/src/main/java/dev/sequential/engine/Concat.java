package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;

/** The operands one after the other along an axis. */
public record Concat(int axis) implements Op {
    @Override
    public Type type(List<Type> in) {
        Shape first = in.get(0).shape();
        long length = 0;
        for (Type t : in) {
            Check.that(
                    t.shape().rank() == first.rank()
                            && t.shape().withDim(axis, 1).matches(first.withDim(axis, 1))
                            && t.dtype() == in.get(0).dtype(),
                    "Tensors to be joined along axis %d must agree elsewhere, but received %s",
                    axis,
                    in);
            long dim = t.shape().dim(axis);
            length = length == Shape.UNKNOWN || dim == Shape.UNKNOWN ? Shape.UNKNOWN : length + dim;
        }
        return in.get(0).with(first.withDim(axis, length));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        List<Tensor> parts = new ArrayList<>();
        long at = 0;
        for (Tensor x : node.inputs()) {
            long length = x.shape().dim(axis);
            parts.add(grad.slice(axis, at, at + length));
            at += length;
        }
        return parts;
    }
}
