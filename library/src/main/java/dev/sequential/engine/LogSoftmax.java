package dev.sequential.engine;

import java.util.List;

/** {@code x - ln Σ e^x} along an axis, without overflow. */
public record LogSoftmax(int axis) implements Op {
    @Override
    public Type type(List<Type> in) {
        return in.get(0);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor softmax = node.inputs().get(0).softmax(axis);
        return List.of(grad.minus(softmax.times(grad.fold(Reduce.Kind.SUM, List.of(axis)))));
    }
}
