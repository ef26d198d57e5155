package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Leaves each {@link Composite} to a backend that computes it as a whole, or takes it to pieces. */
final class Composites {
    private final Backend backend;
    private final Set<Node> differentiated = new HashSet<>();
    /** Those that are left whole, as they were and as they are now. */
    private final Map<Node, Node> whole = new HashMap<>();

    private Composites(Backend backend) {
        this.backend = backend;
    }

    /** The same results; {@code backend} is the one that is asked. */
    static List<Tensor> resolved(List<Tensor> results, Backend backend) {
        List<Node> order = Graphs.order(results);
        if (order.stream().noneMatch(n -> n.op() instanceof Composite)) return results;
        Composites composites = new Composites(backend);
        for (Node node : order) {
            if (node.op() instanceof CompositeGradient) composites.differentiated.add(forward(node));
        }
        return new Rewrite().all(results, order, composites::results);
    }

    /** The node whose gradient this is. */
    private static Node forward(Node gradient) {
        int operands = ((CompositeGradient) gradient.op()).of().parameters().size();
        return gradient.inputs().get(operands).node();
    }

    private List<Tensor> results(Node node, List<Tensor> inputs) {
        if (node.op() instanceof Composite composite) return composite(node, composite, inputs);
        if (node.op() instanceof CompositeGradient gradient) return gradient(node, gradient, inputs);
        return Rewrite.same(node, inputs).outputs();
    }

    private List<Tensor> composite(Node node, Composite composite, List<Tensor> inputs) {
        OptionalLong workspace =
                backend.workspace(composite, inputs.stream().map(Tensor::type).toList());
        if (workspace.isEmpty()) return composite.pieces(inputs);
        long bytes = differentiated.contains(node) ? workspace.getAsLong() : 0;
        List<Tensor> outputs = Tensor.all(composite.with(bytes), inputs);
        whole.put(node, outputs.get(0).node());
        return outputs;
    }

    private List<Tensor> gradient(Node node, CompositeGradient gradient, List<Tensor> inputs) {
        Node forward = whole.get(forward(node));
        if (forward == null) return gradient.pieces(inputs);
        Composite of = (Composite) forward.op();
        List<Tensor> operands = new ArrayList<>(inputs);
        int place = of.parameters().size() + of.results().size();
        if (of.workspace() > 0)
            operands.add(place, forward.outputs().get(of.results().size()));
        return Tensor.all(new CompositeGradient(of), operands);
    }
}
