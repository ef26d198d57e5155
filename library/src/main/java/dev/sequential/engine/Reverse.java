package dev.sequential.engine;

import java.util.List;

/** Some axes read backwards. */
public record Reverse(List<Integer> axes) implements Op {
    public Reverse {
        axes = List.copyOf(axes);
    }

    @Override
    public Type type(List<Type> in) {
        return in.get(0);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return List.of(Tensor.of(this, grad));
    }
}
