package dev.sequential.engine;

import java.util.List;
import java.util.Optional;

/**
 * A product ({@link MatMul}, or the result of a {@link Conv}) with bias, activation and then another tensor of the result's
 * shape applied on the way out: the operands in this order. Made by {@link Program}, never by a layer.
 *
 * @param last what is done with the other tensor, if there is one: {@code ADD} or {@code MULTIPLY}
 */
public record Linear(Op product, boolean bias, Optional<Unary> activation, Optional<Binary> last) implements Op {
    public Linear {
        Check.that(isProduct(product), "%s is no product", product);
    }

    /** A product that no other tensor is applied to. */
    public Linear(Op product, boolean bias, Optional<Unary> activation) {
        this(product, bias, activation, Optional.empty());
    }

    /** The operation at the end, on the result so far and, if it takes two, the last operand. */
    Op end() {
        if (last.isPresent()) return last.get();
        return activation.isPresent() ? activation.get() : new Binary(Binary.Kind.ADD);
    }

    /** What is computed before {@link #end}. */
    Op beforeEnd() {
        if (last.isPresent() && (bias || activation.isPresent())) return new Linear(product, bias, activation);
        return bias && activation.isPresent() ? new Linear(product, true, Optional.empty()) : product;
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
