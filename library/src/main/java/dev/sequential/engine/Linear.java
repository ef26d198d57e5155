package dev.sequential.engine;

import java.util.List;
import java.util.Optional;

/** A product with its bias and activation applied on the way out; made by {@link Program}, never by a layer. */
public record Linear(MatMul product, boolean bias, Optional<Unary> activation) implements Op {
    @Override
    public Type type(List<Type> in) {
        return product.type(in.subList(0, 2));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        throw new IllegalStateException("Fused operations are made after gradients");
    }
}
