package dev.sequential.engine;

import java.util.List;
import java.util.Optional;

/**
 * A product ({@link MatMul}, or the result of a {@link Conv}) with its bias and activation applied on the way out; made by
 * {@link Program}, never by a layer.
 */
public record Linear(Op product, boolean bias, Optional<Unary> activation) implements Op {
    public Linear {
        Check.that(isProduct(product), "%s is no product", product);
    }

    /** Whether an operation can be the product: it has two operands and features on the last axis of its result. */
    public static boolean isProduct(Op op) {
        return op instanceof MatMul || op instanceof Conv c && c.makes() == Conv.Part.RESULT;
    }

    @Override
    public Type type(List<Type> in) {
        return product.type(in.subList(0, 2));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        throw new IllegalStateException("Fused operations are made after gradients");
    }
}
