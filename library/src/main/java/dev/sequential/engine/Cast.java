package dev.sequential.engine;

import java.util.List;

/** The same numbers in another element type; towards integers the fraction is cut off. */
public record Cast(DType to) implements Op {
    @Override
    public Type type(List<Type> in) {
        return new Type(in.get(0).shape(), to);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        DType from = node.inputs().get(0).dtype();
        return java.util.Collections.singletonList(from.isFloat() && to.isFloat() ? grad.cast(from) : null);
    }
}
