package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a graph stays the same from run to run, until somebody gives a variable other values: all that depends only on
 * variables the graph does not update and on known numbers. Single numbers count as changing, since a step sets them.
 */
final class Settled {
    private final List<Node> order;
    private final Set<Tensor> tensors = new HashSet<>();

    private Settled(List<Node> order, Set<Variable> updated) {
        this.order = order;
        for (Node node : order) {
            if (stays(node, updated)) tensors.addAll(node.outputs());
        }
    }

    /** That of the graph below these results. */
    static Settled of(List<Tensor> results, Set<Variable> updated) {
        return new Settled(Graphs.order(results), updated);
    }

    private boolean stays(Node node, Set<Variable> updated) {
        Op op = node.op();
        if (op instanceof Read r)
            return !updated.contains(r.variable())
                    && r.variable().type().shape().rank() > 0;
        boolean changes = op instanceof Placeholder || op instanceof RandomOp || op instanceof External;
        return !changes && tensors.containsAll(node.inputs());
    }

    boolean has(Tensor tensor) {
        return tensors.contains(tensor);
    }

    /**
     * A graph in two parts.
     *
     * @param early what the second part reads of the first, in terms of the whole graph
     * @param places what stands for these in the second part
     * @param results those of the whole graph, in the second part
     */
    record Parts(List<Tensor> early, List<Tensor> places, List<Tensor> results) {
        /** The variables that the first part reads. */
        Set<Variable> variables() {
            Set<Variable> variables = new LinkedHashSet<>();
            for (Node node : Graphs.order(early)) {
                if (node.op() instanceof Read r) variables.add(r.variable());
            }
            return variables;
        }
    }

    /** What stays, and what is computed from it at each run. Known numbers, views and repetitions are left to the second. */
    Parts parts(List<Tensor> results) {
        Map<Tensor, Tensor> places = new LinkedHashMap<>();
        List<Tensor> late = new Rewrite().all(results, order, (node, inputs) -> {
            Op op = node.op();
            boolean cheap = op instanceof KnownOp || op instanceof Broadcast || op.isView();
            if (cheap || !tensors.containsAll(node.outputs()))
                return Rewrite.same(node, inputs).outputs();
            List<Tensor> stand = new ArrayList<>();
            for (Tensor output : node.outputs()) {
                Tensor place = Tensor.of(new Placeholder("settled", output.type()));
                places.put(output, place);
                stand.add(place);
            }
            return stand;
        });
        Set<Node> read = new HashSet<>(Graphs.order(late));
        places.values().removeIf(place -> !read.contains(place.node()));
        return new Parts(List.copyOf(places.keySet()), List.copyOf(places.values()), late);
    }
}
