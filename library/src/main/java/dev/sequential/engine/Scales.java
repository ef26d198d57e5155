package dev.sequential.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done to each feature of a product with numbers that stay, as by a BatchNormalization that does not learn, becomes
 * part of its weights and bias, which are made once: {@code (x·W - m)·s + b = x·(W·s) + (b - m·s)}.
 */
final class Scales {
    /** {@code product · scale + offset}, both with a number for each feature; null where there is none. */
    private record Scaled(Node product, Tensor scale, Tensor offset) {
        Scaled plus(Tensor more) {
            return new Scaled(product, scale, offset == null ? more : offset.plus(more));
        }

        Scaled minus(Tensor less) {
            return new Scaled(product, scale, offset == null ? less.negate() : offset.minus(less));
        }

        Scaled times(Tensor factor) {
            return new Scaled(
                    product,
                    scale == null ? factor : scale.times(factor),
                    offset == null ? null : offset.times(factor));
        }

        Tensor tensor() {
            List<Tensor> operands = product.inputs();
            Tensor scaled =
                    Tensor.of(product.op(), operands.get(0), operands.get(1).times(scale));
            return offset == null ? scaled : scaled.plus(offset);
        }
    }

    private final Settled settled;
    private final Map<Tensor, Integer> uses;
    private final Map<Tensor, Scaled> scaled = new HashMap<>();

    private Scales(Settled settled, Map<Tensor, Integer> uses) {
        this.settled = settled;
        this.uses = uses;
    }

    /** The same results, simplified again if something has been scaled. */
    static List<Tensor> all(List<Tensor> results, Settled settled) {
        List<Node> order = Graphs.order(results);
        Scales scales = new Scales(settled, Graphs.uses(order, results));
        List<Tensor> made = new Rewrite().all(results, order, scales::merged);
        return made.equals(results) ? results : Simplify.all(made);
    }

    private List<Tensor> merged(Node node, List<Tensor> inputs) {
        if (isProduct(node)) {
            Node same = Rewrite.same(node, inputs);
            scaled.put(node.outputs().get(0), new Scaled(same, null, null));
            return same.outputs();
        }
        Scaled after = node.op() instanceof Binary b ? after(b, node, inputs) : null;
        if (after == null) return Rewrite.same(node, inputs).outputs();
        scaled.put(node.outputs().get(0), after);
        return after.scale() == null ? Rewrite.same(node, inputs).outputs() : List.of(after.tensor());
    }

    /** Whether features of the result are columns of settled weights. */
    private boolean isProduct(Node node) {
        boolean plain = node.op() instanceof MatMul m
                ? !m.transposeB() && node.inputs().get(1).rank() == 2
                : Linear.isProduct(node.op());
        if (!plain) return false;
        Tensor weights = node.inputs().get(1);
        return settled.has(weights) && weights.shape().size() <= Kernel.MOST_COPIED;
    }

    private Scaled after(Binary op, Node node, List<Tensor> inputs) {
        for (int side = 0; side < 2; side++) {
            Tensor x = node.inputs().get(side);
            Tensor other = node.inputs().get(1 - side);
            Scaled before = scaled.get(x);
            boolean fits = before != null
                    && uses.get(x) == 1
                    && settled.has(other)
                    && x.shape().equals(node.outputs().get(0).shape())
                    && isOfFeatures(other, x.dim(-1));
            if (!fits) continue;
            Tensor by = inputs.get(1 - side).reshape(Shape.of(x.dim(-1)));
            if (op.kind() == Binary.Kind.ADD) return before.plus(by);
            if (op.kind() == Binary.Kind.MULTIPLY) return before.times(by);
            if (op.kind() == Binary.Kind.SUBTRACT && side == 0) return before.minus(by);
        }
        return null;
    }

    /** Whether there is a number for each feature, the same everywhere. */
    private static boolean isOfFeatures(Tensor x, long features) {
        return x.rank() > 0 && x.dim(-1) == features && x.shape().size() == features;
    }
}
