package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one {@link Scan} of those that run one body over the same operands, and takes away what nobody uses of what they
 * emit: a gradient asks for a scan again that emits more, and inference needs little of what training does.
 */
final class Scans {
    /** What scans have in common that become one. */
    private record Key(Scan silent, List<Tensor> inputs) {
        static Key of(Scan scan, Node node) {
            return new Key(scan.emitting(List.of()), node.inputs());
        }
    }

    private final Map<Key, Set<Tensor>> wanted = new HashMap<>();
    private final Map<Key, List<Tensor>> made = new HashMap<>();

    private Scans() {}

    /** The same results with fewer scans below them. */
    static List<Tensor> joined(List<Tensor> results) {
        List<Node> order = Graphs.order(results);
        if (order.stream().noneMatch(n -> n.op() instanceof Scan)) return results;
        Scans scans = new Scans();
        for (Node node : order) node.inputs().forEach(scans::want);
        results.forEach(scans::want);
        return new Rewrite().all(results, order, scans::results);
    }

    private void want(Tensor tensor) {
        if (!(tensor.node().op() instanceof Scan scan)) return;
        Set<Tensor> emitted = wanted.computeIfAbsent(Key.of(scan, tensor.node()), k -> new LinkedHashSet<>());
        int place = tensor.index() - scan.after().size();
        if (place >= 0) emitted.add(scan.emitted().get(place));
    }

    private List<Tensor> results(Node node, List<Tensor> inputs) {
        if (!(node.op() instanceof Scan scan)) return Rewrite.same(node, inputs).outputs();
        Key key = Key.of(scan, node);
        List<Tensor> emitted = new ArrayList<>(wanted.get(key));
        List<Tensor> outputs = made.computeIfAbsent(key, k -> Tensor.all(scan.emitting(emitted), inputs));
        Scan.Result result = scan.result(outputs);
        List<Tensor> results = new ArrayList<>(result.states());
        for (Tensor step : scan.emitted()) {
            int place = emitted.indexOf(step);
            results.add(place < 0 ? null : result.outputs().get(place));
        }
        return results;
    }
}
