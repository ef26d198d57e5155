package dev.sequential.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds element-wise operations on the result of a {@link ScatterAdd} and makes each one {@link FusedScatter}. */
final class Scatters {
    /** Elements of a table that does not stay in a cache from one operation to the next. */
    private static final long LARGE = 1 << 19;

    private final Map<Tensor, Integer> uses;

    private Scatters(Map<Tensor, Integer> uses) {
        this.uses = uses;
    }

    static List<Tensor> all(List<Tensor> results) {
        List<Node> order = Graphs.order(results);
        Scatters scatters = new Scatters(Graphs.uses(order, results));
        return new Rewrite()
                .all(
                        results,
                        order,
                        (node, inputs) -> scatters.merged(node, inputs).outputs());
    }

    private Node merged(Node node, List<Tensor> inputs) {
        if (!(node.op() instanceof Fused fused)) return Rewrite.same(node, inputs);
        for (int i = 0; i < inputs.size(); i++) {
            Node source = inputs.get(i).node();
            if (!(source.op() instanceof ScatterAdd scatter)
                    || uses.get(node.inputs().get(i)) > 1
                    || !isLarge(inputs.get(i), fused, source.inputs().get(0))) continue;
            List<Tensor> operands = new ArrayList<>(inputs);
            operands.remove(i);
            operands.addAll(source.inputs());
            return new Node(new FusedScatter(fused, i, scatter), operands);
        }
        return Rewrite.same(node, inputs);
    }

    private static boolean isLarge(Tensor table, Fused fused, Tensor rows) {
        return table.shape().size() >= LARGE
                && table.shape().equals(fused.shape())
                && rows.shape().size() > 0
                && rows.shape().size() != table.shape().size();
    }
}
