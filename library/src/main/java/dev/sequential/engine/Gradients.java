package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reverse-mode differentiation: gradients are ordinary tensors, made by the rules beside the operations. */
public final class Gradients {
    private Gradients() {}

    /**
     * The gradients of the single number {@code loss} with respect to {@code targets}, in their order; {@code null} for
     * a target that the loss does not depend on.
     */
    public static List<Tensor> of(Tensor loss, List<Tensor> targets) {
        Check.that(
                loss.shape().equals(Shape.scalar()),
                "The loss must be a single number, but has shape %s",
                loss.shape());
        return of(loss, loss.onesLike(), targets);
    }

    /** The gradients of {@code sum(seed * y)}. */
    public static List<Tensor> of(Tensor y, Tensor seed, List<Tensor> targets) {
        return of(List.of(y), List.of(seed), targets);
    }

    /** The gradients of {@code sum(seed * y)} over several results, each with its seed. */
    public static List<Tensor> of(List<Tensor> ys, List<Tensor> seeds, List<Tensor> targets) {
        List<Node> order = Graphs.order(ys);
        Set<Node> needed = dependents(order, targets);
        Map<Tensor, Tensor> gradients = new HashMap<>();
        for (int i = 0; i < ys.size(); i++) gradients.merge(ys.get(i), seeds.get(i), Tensor::plus);
        for (int i = order.size() - 1; i >= 0; i--) {
            Node node = order.get(i);
            if (!needed.contains(node)) continue;
            List<Tensor> arrived = node.outputs().stream().map(gradients::get).toList();
            if (arrived.stream().allMatch(java.util.Objects::isNull)
                    || node.inputs().isEmpty()) continue;
            List<Tensor> onInputs = Origin.in(node.origin(), () -> node.op().gradients(node, arrived));
            for (int k = 0; k < node.inputs().size(); k++) {
                Tensor gradient = onInputs.get(k);
                Tensor input = node.inputs().get(k);
                if (gradient == null || !input.dtype().isFloat() || !needed.contains(input.node())) continue;
                gradients.merge(input, gradient, Tensor::plus);
            }
        }
        List<Tensor> result = new ArrayList<>();
        for (Tensor target : targets) result.add(gradients.get(target));
        return result;
    }

    /** The nodes through which a target reaches the result. */
    private static Set<Node> dependents(List<Node> order, List<Tensor> targets) {
        Set<Node> found = new HashSet<>();
        for (Tensor target : targets) found.add(target.node());
        for (Node node : order) {
            if (node.inputs().stream().anyMatch(t -> found.contains(t.node()))) found.add(node);
        }
        return found;
    }
}
