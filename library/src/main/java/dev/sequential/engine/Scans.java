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
    private final Map<Tensor, Tensor> rewritten = new HashMap<>();

    private Scans() {}

    /** The same results with fewer scans below them. */
    static List<Tensor> joined(List<Tensor> results) {
        List<Node> order = Graphs.order(results);
        if (order.stream().noneMatch(n -> n.op() instanceof Scan)) return results;
        Scans scans = new Scans();
        for (Node node : order) node.inputs().forEach(scans::want);
        results.forEach(scans::want);
        order.forEach(scans::rewrite);
        return results.stream().map(scans.rewritten::get).toList();
    }

    private void want(Tensor tensor) {
        if (!(tensor.node().op() instanceof Scan scan)) return;
        Set<Tensor> emitted = wanted.computeIfAbsent(Key.of(scan, tensor.node()), k -> new LinkedHashSet<>());
        int place = tensor.index() - scan.after().size();
        if (place >= 0) emitted.add(scan.emitted().get(place));
    }

    private void rewrite(Node node) {
        List<Tensor> inputs = node.inputs().stream().map(rewritten::get).toList();
        if (node.op() instanceof Scan scan) {
            rewrite(scan, node, inputs);
            return;
        }
        List<Tensor> outputs = inputs.equals(node.inputs())
                ? node.outputs()
                : Origin.in(node.origin(), () -> Tensor.all(node.op(), inputs));
        for (int i = 0; i < outputs.size(); i++) rewritten.put(node.outputs().get(i), outputs.get(i));
    }

    private void rewrite(Scan scan, Node node, List<Tensor> inputs) {
        Key key = Key.of(scan, node);
        List<Tensor> emitted = new ArrayList<>(wanted.get(key));
        List<Tensor> outputs = made.computeIfAbsent(
                key, k -> Origin.in(node.origin(), () -> Tensor.all(scan.emitting(emitted), inputs)));
        Scan.Result result = scan.result(outputs);
        for (int i = 0; i < scan.after().size(); i++) {
            rewritten.put(node.outputs().get(i), result.states().get(i));
        }
        for (int i = 0; i < scan.emitted().size(); i++) {
            int place = emitted.indexOf(scan.emitted().get(i));
            if (place >= 0) {
                rewritten.put(
                        node.outputs().get(scan.after().size() + i),
                        result.outputs().get(place));
            }
        }
    }
}
