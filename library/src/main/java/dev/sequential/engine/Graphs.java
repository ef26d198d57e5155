package dev.sequential.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks over graphs of tensors. */
public final class Graphs {
    private Graphs() {}

    /** Every node that the results need, operands before the operations on them. */
    public static List<Node> order(List<Tensor> results) {
        List<Node> order = new ArrayList<>();
        Set<Node> done = new HashSet<>();
        Deque<Node> stack = new ArrayDeque<>();
        for (Tensor result : results) {
            stack.push(result.node());
            while (!stack.isEmpty()) {
                Node node = stack.peek();
                if (done.contains(node)) {
                    stack.pop();
                    continue;
                }
                boolean ready = true;
                for (int i = node.inputs().size() - 1; i >= 0; i--) {
                    Node input = node.inputs().get(i).node();
                    if (!done.contains(input)) {
                        stack.push(input);
                        ready = false;
                    }
                }
                if (ready) {
                    stack.pop();
                    done.add(node);
                    order.add(node);
                }
            }
        }
        return order;
    }

    /** The tensor whose memory this one shows. */
    static Tensor base(Tensor tensor) {
        while (tensor.node().op().isView()) tensor = tensor.node().inputs().get(0);
        return tensor;
    }

    /** How often each tensor is read, by a node in the order or as a result. */
    static Map<Tensor, Integer> uses(List<Node> order, List<Tensor> results) {
        Map<Tensor, Integer> uses = new HashMap<>();
        for (Node node : order) node.inputs().forEach(t -> uses.merge(t, 1, Integer::sum));
        for (Tensor result : results) uses.merge(result, 1, Integer::sum);
        return uses;
    }

    /** The results of a graph in which some tensors are replaced by others; what does not depend on them stays as it is. */
    public static List<Tensor> replaced(List<Tensor> results, Map<Tensor, Tensor> others) {
        Map<Tensor, Tensor> made = new HashMap<>(others);
        for (Node node : order(results)) {
            List<Tensor> inputs =
                    node.inputs().stream().map(t -> made.getOrDefault(t, t)).toList();
            if (inputs.equals(node.inputs())) continue;
            List<Tensor> outputs = Origin.in(node.origin(), () -> Tensor.all(node.op(), inputs));
            for (int i = 0; i < outputs.size(); i++)
                made.putIfAbsent(node.outputs().get(i), outputs.get(i));
        }
        return results.stream().map(t -> made.getOrDefault(t, t)).toList();
    }

    /** The nodes through which one of these tensors reaches a result; those that make the tensors are not among them. */
    static Set<Node> between(List<Tensor> from, List<Tensor> results) {
        Set<Tensor> reached = new HashSet<>(from);
        Set<Node> found = new HashSet<>();
        for (Node node : order(results)) {
            if (node.inputs().stream().anyMatch(reached::contains)) {
                found.add(node);
                reached.addAll(node.outputs());
            }
        }
        return found;
    }
}
