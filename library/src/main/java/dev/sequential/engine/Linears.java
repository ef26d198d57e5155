package dev.sequential.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds products whose bias and activation can be applied on the way out, and a tensor that is added to them or multiplies
 * them, and makes each one {@link Linear}.
 */
final class Linears {
    private static final Set<Unary.Kind> ACTIVATIONS =
            EnumSet.of(Unary.Kind.RELU, Unary.Kind.TANH, Unary.Kind.SIGMOID, Unary.Kind.SOFTPLUS, Unary.Kind.EXP);

    private static final Set<Binary.Kind> APPLIED = EnumSet.of(Binary.Kind.ADD, Binary.Kind.MULTIPLY);

    private final Map<Tensor, Integer> uses;

    private Linears(Map<Tensor, Integer> uses) {
        this.uses = uses;
    }

    static List<Tensor> all(List<Tensor> results) {
        List<Node> order = Graphs.order(results);
        Linears linears = new Linears(Graphs.uses(order, results));
        return new Rewrite()
                .all(
                        results,
                        order,
                        (node, inputs) -> linears.merged(node, inputs).outputs());
    }

    private Node merged(Node node, List<Tensor> inputs) {
        if (node.op() instanceof Binary b) {
            for (int side = 0; side < 2; side++) {
                Linear joined = joined(b, node, inputs, side);
                if (joined == null) continue;
                List<Tensor> operands = new ArrayList<>(inputs.get(side).node().inputs());
                operands.add(inputs.get(1 - side));
                return new Node(joined, operands);
            }
        }
        if (node.op() instanceof Unary u
                && ACTIVATIONS.contains(u.kind())
                && once(node.inputs().get(0))) {
            Tensor x = inputs.get(0);
            Linear product = product(x);
            if (product != null && mayEndIn(product, u))
                return new Node(product.then(u), x.node().inputs());
        }
        return Rewrite.same(node, inputs);
    }

    /** Whether an activation can follow: one before another tensor is applied, and one after. */
    private static boolean mayEndIn(Linear linear, Unary activation) {
        return linear.steps().isEmpty() || linear.end() instanceof Binary;
    }

    /** The product on one side with what the other side is to it, its bias or another tensor; {@code null} if neither. */
    private Linear joined(Binary op, Node node, List<Tensor> inputs, int side) {
        Tensor x = inputs.get(side);
        Tensor other = inputs.get(1 - side);
        Linear product = product(x);
        if (product == null || product.takesOther() || !once(node.inputs().get(side))) return null;
        boolean bare = Linear.isProduct(x.node().op());
        if (bare && op.kind() == Binary.Kind.ADD && other.rank() == 1 && other.dim(0) == x.dim(-1)) {
            return new Linear(product.product(), true, List.of());
        }
        boolean applied = APPLIED.contains(op.kind())
                && other.type().equals(x.type())
                && isAtHand(node.inputs().get(1 - side));
        return applied ? product.then(op) : null;
    }

    /** A product in float32 and what is applied to it so far; {@code null} if it is none. */
    private static Linear product(Tensor tensor) {
        if (tensor.dtype() != DType.FLOAT32) return null;
        Op op = tensor.node().op();
        if (op instanceof Linear l) return l;
        return Linear.isProduct(op) ? new Linear(op, false, List.of()) : null;
    }

    /** Whether a tensor is in memory anyway; others are computed with what they are applied to, in one pass. */
    private boolean isAtHand(Tensor tensor) {
        Op op = tensor.node().op();
        return op instanceof RandomOp || !op.isElementwise() || uses.get(tensor) > 1;
    }

    private boolean once(Tensor tensor) {
        return uses.get(tensor) == 1;
    }
}
