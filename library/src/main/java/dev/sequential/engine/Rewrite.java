package dev.sequential.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a graph again, operands first, with some operations replaced by others that compute the same. */
final class Rewrite {
    /** What stands for a node. */
    interface Rule {
        /** The new results of {@code node}, whose operands have become {@code inputs}; null for one that nobody uses. */
        List<Tensor> results(Node node, List<Tensor> inputs);
    }

    private final Map<Tensor, Tensor> done = new HashMap<>();

    /** The results with every node below them replaced. */
    List<Tensor> all(List<Tensor> results, List<Node> order, Rule rule) {
        for (Node node : order) {
            List<Tensor> inputs = node.inputs().stream().map(done::get).toList();
            List<Tensor> made = Origin.in(node.origin(), () -> rule.results(node, inputs));
            for (int i = 0; i < node.outputs().size(); i++)
                done.put(node.outputs().get(i), made.get(i));
        }
        return results.stream().map(done::get).toList();
    }

    /** What a tensor has become, or {@code null} if its turn has not come. */
    Tensor of(Tensor old) {
        return done.get(old);
    }

    /** The same operation on these operands. */
    static Node same(Node node, List<Tensor> inputs) {
        return inputs.equals(node.inputs()) ? node : new Node(node.op(), inputs);
    }
}
