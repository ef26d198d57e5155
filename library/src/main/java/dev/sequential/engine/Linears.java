package dev.sequential.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds products whose bias and activation can be applied on the way out, and a tensor that is added to them or multiplies
 * them, and makes each one {@link Linear}.
 */
final class Linears {
    private static final Set<Unary.Kind> ACTIVATIONS =
            EnumSet.of(Unary.Kind.RELU, Unary.Kind.TANH, Unary.Kind.SIGMOID, Unary.Kind.SOFTPLUS, Unary.Kind.EXP);

    private static final Set<Binary.Kind> LAST = EnumSet.of(Binary.Kind.ADD, Binary.Kind.MULTIPLY);

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
            Node source = inputs.get(0).node();
            if (source.op() instanceof Linear l
                    && l.activation().isEmpty()
                    && l.last().isEmpty()) {
                return new Node(new Linear(l.product(), l.bias(), Optional.of(u)), source.inputs());
            }
        }
        return Rewrite.same(node, inputs);
    }

    /** The product on one side with what the other side is to it, its bias or the last operand; {@code null} if neither. */
    private Linear joined(Binary op, Node node, List<Tensor> inputs, int side) {
        Tensor x = inputs.get(side);
        Tensor other = inputs.get(1 - side);
        Linear product = product(x);
        if (product == null
                || product.last().isPresent()
                || x.dtype() != DType.FLOAT32
                || !once(node.inputs().get(side))) return null;
        boolean bare = Linear.isProduct(x.node().op());
        if (bare && op.kind() == Binary.Kind.ADD && other.rank() == 1 && other.dim(0) == x.dim(-1)) {
            return new Linear(product.product(), true, Optional.empty());
        }
        boolean last = LAST.contains(op.kind())
                && other.type().equals(x.type())
                && isAtHand(node.inputs().get(1 - side));
        return last ? new Linear(product.product(), product.bias(), product.activation(), Optional.of(op)) : null;
    }

    private static Linear product(Tensor tensor) {
        Op op = tensor.node().op();
        if (op instanceof Linear l) return l;
        return Linear.isProduct(op) ? new Linear(op, false, Optional.empty()) : null;
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
