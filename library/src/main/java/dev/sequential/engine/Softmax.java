package dev.sequential.engine;

import java.util.List;

/** {@code e^x / Σ e^x} along an axis, without overflow. */
public record Softmax(int axis) implements Op {
    @Override
    public Type type(List<Type> in) {
        return in.get(0);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor y = node.outputs().get(0);
        Tensor weighted = grad.times(y);
        return List.of(weighted.minus(y.times(weighted.fold(Reduce.Kind.SUM, List.of(axis)))));
    }
}
