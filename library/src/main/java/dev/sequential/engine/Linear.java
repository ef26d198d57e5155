package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A product ({@link MatMul}, or the result of a {@link Conv}) with its bias and then some steps applied on the way out.
 * Operands are those of the product, the bias, and for each step of two operands a tensor of the result's shape.
 *
 * @param bias whether one is added to the features
 * @param steps activations ({@link Unary}), and {@code ADD} or {@code MULTIPLY} with another tensor, in this order
 */
public record Linear(Op product, boolean bias, List<Op> steps) implements ProgramOp {
    public Linear {
        Check.that(isProduct(product), "%s is no product", product);
        steps = List.copyOf(steps);
    }

    /** This with one more step. */
    Linear then(Op step) {
        List<Op> more = new ArrayList<>(steps);
        more.add(step);
        return new Linear(product, bias, more);
    }

    /** Whether a step applies another tensor. */
    public boolean takesOther() {
        return steps.stream().anyMatch(s -> s instanceof Binary);
    }

    /** The operation at the end, on the result so far and, if it takes two, the last operand. */
    Op end() {
        return steps.isEmpty() ? new Binary(Binary.Kind.ADD) : steps.get(steps.size() - 1);
    }

    /** What is computed before {@link #end}. */
    Op beforeEnd() {
        if (steps.isEmpty() || steps.size() == 1 && !bias) return product;
        return new Linear(product, bias, steps.subList(0, steps.size() - 1));
    }

    /** Whether an operation can be the product: it has two operands and features on the last axis of its result. */
    public static boolean isProduct(Op op) {
        return op instanceof MatMul || op instanceof Conv c && c.makes() == Conv.Part.RESULT;
    }

    @Override
    public Type type(List<Type> in) {
        return product.type(in.subList(0, 2));
    }
}
