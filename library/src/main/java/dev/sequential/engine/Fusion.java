package dev.sequential.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins connected element-wise operations of one shape into {@link Fused} ones, which read each operand once and write
 * only what others need. Two groups are joined unless something outside lies between them.
 */
final class Fusion {
    private final List<Node> order;
    private final List<Tensor> results;
    private final Map<Node, Set<Node>> groups = new HashMap<>();
    private final Map<Node, Set<Node>> consumers = new HashMap<>();
    private final Map<Node, Integer> place = new HashMap<>();

    private Fusion(List<Tensor> results) {
        this.results = results;
        this.order = Graphs.order(results);
        for (Node node : order) {
            place.put(node, place.size());
            groups.put(node, new LinkedHashSet<>(List.of(node)));
            node.inputs()
                    .forEach(t -> consumers
                            .computeIfAbsent(t.node(), n -> new LinkedHashSet<>())
                            .add(node));
        }
    }

    /** The same results with fused operations below them. */
    static List<Tensor> all(List<Tensor> results) {
        Fusion fusion = new Fusion(results);
        fusion.group();
        return fusion.rebuild();
    }

    private static boolean fusible(Node node) {
        Op op = node.op();
        if (node.outputs().get(0).dtype() != DType.FLOAT32) return false;
        if (op instanceof RandomOp) return true;
        return !(op instanceof Fill)
                && op.isElementwise()
                && node.inputs().stream().allMatch(t -> t.dtype() == DType.FLOAT32);
    }

    private void group() {
        for (Node node : order) {
            if (!fusible(node)) continue;
            for (Tensor input : node.inputs()) {
                Node source = input.node();
                if (fusible(source)
                        && input.shape().equals(node.outputs().get(0).shape())
                        && groups.get(source) != groups.get(node)
                        && !separated(groups.get(source), groups.get(node))) {
                    join(groups.get(source), groups.get(node));
                }
            }
        }
    }

    private void join(Set<Node> a, Set<Node> b) {
        a.addAll(b);
        for (Node node : b) groups.put(node, a);
    }

    /** Whether a path leads out of both groups and back into them. */
    private boolean separated(Set<Node> a, Set<Node> b) {
        int last = 0;
        for (Node node : a) last = Math.max(last, place.get(node));
        for (Node node : b) last = Math.max(last, place.get(node));
        Set<Node> seen = new HashSet<>(a);
        seen.addAll(b);
        Deque<Node> open = new ArrayDeque<>();
        for (Node node : List.copyOf(seen)) leave(node, a, b, seen, open);
        while (!open.isEmpty()) {
            Node node = open.pop();
            for (Node member : groups.get(node)) {
                for (Node next : consumers.getOrDefault(member, Set.of())) {
                    if (a.contains(next) || b.contains(next)) return true;
                    if (seen.add(next)) open.push(next);
                }
            }
        }
        return false;
    }

    private void leave(Node node, Set<Node> a, Set<Node> b, Set<Node> seen, Deque<Node> open) {
        for (Node next : consumers.getOrDefault(node, Set.of())) {
            if (!a.contains(next) && !b.contains(next) && seen.add(next)) open.push(next);
        }
    }

    private List<Tensor> rebuild() {
        Map<Tensor, Tensor> rewritten = new HashMap<>();
        Set<Set<Node>> done = new HashSet<>();
        for (Tensor result : results) build(result.node(), rewritten, done);
        return results.stream().map(rewritten::get).toList();
    }

    /** Builds a node's group after everything the group needs; an explicit stack, since graphs are deep. */
    private void build(Node root, Map<Tensor, Tensor> rewritten, Set<Set<Node>> done) {
        Deque<Set<Node>> stack = new ArrayDeque<>();
        stack.push(groups.get(root));
        while (!stack.isEmpty()) {
            Set<Node> group = stack.peek();
            boolean ready = !isDone(group, rewritten);
            if (ready) {
                for (Node node : group) {
                    for (Tensor input : node.inputs()) {
                        if (!group.contains(input.node()) && !rewritten.containsKey(input)) {
                            stack.push(groups.get(input.node()));
                            ready = false;
                        }
                    }
                }
            } else {
                stack.pop();
                continue;
            }
            if (ready) {
                stack.pop();
                if (group.size() == 1) single(group.iterator().next(), rewritten);
                else fuse(group, rewritten);
            }
        }
    }

    private static boolean isDone(Set<Node> group, Map<Tensor, Tensor> rewritten) {
        return rewritten.containsKey(group.iterator().next().outputs().get(0));
    }

    private void single(Node node, Map<Tensor, Tensor> rewritten) {
        List<Tensor> inputs = node.inputs().stream().map(rewritten::get).toList();
        Node next = Origin.in(node.origin(), () -> Rewrite.same(node, inputs));
        for (int i = 0; i < node.outputs().size(); i++)
            rewritten.put(node.outputs().get(i), next.outputs().get(i));
    }

    private void fuse(Set<Node> group, Map<Tensor, Tensor> rewritten) {
        List<Node> steps = group.stream()
                .sorted((x, y) -> Integer.compare(place.get(x), place.get(y)))
                .toList();
        Map<Tensor, Integer> registers = new LinkedHashMap<>();
        List<Tensor> operands = new ArrayList<>();
        for (Node node : steps) {
            for (Tensor input : node.inputs()) {
                if (!group.contains(input.node()) && registers.putIfAbsent(input, operands.size()) == null) {
                    operands.add(rewritten.get(input));
                }
            }
        }
        List<Fused.Step> program = new ArrayList<>();
        for (Node node : steps) {
            List<Integer> from = node.inputs().stream().map(registers::get).toList();
            registers.put(node.outputs().get(0), operands.size() + program.size());
            program.add(new Fused.Step(node.op(), from, node.outputs().get(0).type()));
        }
        List<Tensor> needed = new ArrayList<>();
        for (Node node : steps) {
            Tensor value = node.outputs().get(0);
            boolean outside = consumers.getOrDefault(node, Set.of()).stream().anyMatch(n -> !group.contains(n));
            if (outside || results.contains(value)) needed.add(value);
        }
        Op fused = new Fused(
                operands.size(),
                program,
                needed.stream().map(registers::get).toList(),
                steps.get(0).outputs().get(0).shape());
        String origin = steps.get(0).origin();
        Node node = Origin.in(origin, () -> new Node(fused, operands));
        // What nobody outside needs is marked as built too.
        for (Node step : steps)
            rewritten.put(step.outputs().get(0), node.outputs().get(0));
        for (int i = 0; i < needed.size(); i++)
            rewritten.put(needed.get(i), node.outputs().get(i));
    }
}
