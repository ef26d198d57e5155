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
    private static final Set<Unary.Kind> FUNCTIONS = EnumSet.of(
            Unary.Kind.RELU,
            Unary.Kind.TANH,
            Unary.Kind.SIGMOID,
            Unary.Kind.SOFTPLUS,
            Unary.Kind.EXP,
            Unary.Kind.AFFINE);

    private static final Set<Binary.Kind> APPLIED = EnumSet.of(Binary.Kind.ADD, Binary.Kind.MULTIPLY);

    private final Map<Tensor, Integer> uses;

    private Linears(Map<Tensor, Integer> uses) {
        this.uses = uses;
    }

    static List<Tensor> all(List<Tensor> results) {
        List<Node> order = Graphs.order(results);
        Linears linears = new Linears(Graphs.uses(order, results));
        return new Rewrite().all(results, order, linears::merged);
    }

    private List<Tensor> merged(Node node, List<Tensor> inputs) {
        for (int side = 0; side < inputs.size(); side++) {
            Linear made = made(node, inputs, side);
            if (made == null) continue;
            Tensor x = Graphs.base(inputs.get(side));
            List<Tensor> operands = new ArrayList<>(x.node().inputs());
            if (inputs.size() == 2) operands.add(like(inputs.get(1 - side), x, made));
            Tensor result = new Node(made, operands).outputs().get(0);
            return List.of(result.reshape(node.outputs().get(0).shape()));
        }
        return Rewrite.same(node, inputs).outputs();
    }

    /** Another tensor in the shape that a product has where it is made; a bias as it is. */
    private static Tensor like(Tensor other, Tensor product, Linear made) {
        return made.steps().isEmpty() ? other : other.reshape(product.shape());
    }

    /** What an operation makes of the product that is one of its operands; {@code null} if nothing. */
    private Linear made(Node node, List<Tensor> inputs, int side) {
        Tensor old = node.inputs().get(side);
        Tensor x = Graphs.base(inputs.get(side));
        Linear product = isOnlyHere(old) ? product(x) : null;
        if (product == null || !sameFeatures(inputs.get(side), x)) return null;
        if (node.op() instanceof Unary u && FUNCTIONS.contains(u.kind()))
            return mayEndIn(product) ? product.then(u) : null;
        return node.op() instanceof Binary b && !product.takesOther()
                ? joined(b, product, inputs, side, node.inputs().get(1 - side))
                : null;
    }

    private static boolean sameFeatures(Tensor shown, Tensor product) {
        return shown.rank() > 0 && shown.dim(-1) == product.dim(-1);
    }

    /** Whether nothing else reads a tensor nor what it shows. */
    private boolean isOnlyHere(Tensor tensor) {
        while (tensor.node().op().isView() && uses.get(tensor) == 1)
            tensor = tensor.node().inputs().get(0);
        return uses.get(tensor) == 1;
    }

    /** Whether an activation can follow: one before another tensor is applied, and one after. */
    private static boolean mayEndIn(Linear linear) {
        return linear.steps().isEmpty() || linear.end() instanceof Binary;
    }

    /** The product with what {@code other} is to it, its bias or another tensor; {@code null} if neither. */
    private Linear joined(Binary op, Linear product, List<Tensor> inputs, int side, Tensor before) {
        Tensor x = inputs.get(side);
        Tensor other = inputs.get(1 - side);
        boolean bare = Linear.isProduct(Graphs.base(x).node().op());
        if (bare && op.kind() == Binary.Kind.ADD && other.rank() == 1 && other.dim(0) == x.dim(-1)) {
            return new Linear(product.product(), true, List.of());
        }
        boolean applied = APPLIED.contains(op.kind()) && other.shape().equals(x.shape()) && isAtHand(before);
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
        Tensor made = Graphs.base(tensor);
        Op op = made.node().op();
        return op instanceof RandomOp || !op.isElementwise() || uses.get(tensor) > 1 || uses.get(made) > 1;
    }
}
