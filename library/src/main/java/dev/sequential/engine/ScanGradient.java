package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gradient of a {@link Scan}: another one that runs the other way. Its body is the gradient of the body; what that
 * needs of the forward step, the forward scan emits, so that nothing is computed twice. What reaches a constant is summed
 * over the steps, if possible by one operation after the loop: see {@link Total}.
 */
final class ScanGradient {
    private final Scan scan;
    private final Node node;
    private final List<Tensor> grads;
    private final Set<Node> forward;
    /** Tensors of the forward step that are needed, and what stands for one step of each in the backward body. */
    private final Map<Tensor, Tensor> recorded = new LinkedHashMap<>();
    /** What the backward step emits. */
    private final List<Tensor> emitted = new ArrayList<>();
    /** What is summed up in the backward loop. */
    private final List<Tensor> summed = new ArrayList<>();

    private Scan.Result recording;
    private Scan.Result backward;

    ScanGradient(Scan scan, Node node, List<Tensor> grads) {
        this.scan = scan;
        this.node = node;
        this.grads = grads;
        List<Tensor> results = new ArrayList<>(scan.after());
        results.addAll(scan.emitted());
        this.forward = new HashSet<>(Graphs.order(results));
    }

    /** What reaches each operand of the node. */
    List<Tensor> gradients() {
        List<Tensor> sequences = new ArrayList<>();
        List<Tensor> parts = new ArrayList<>();
        List<Tensor> ys = new ArrayList<>(scan.after());
        List<Tensor> seeds = new ArrayList<>();
        for (Tensor state : scan.after()) seeds.add(Scan.stand("gradient", state.type()));
        List<Tensor> carried = List.copyOf(seeds);
        int states = scan.after().size();
        for (int i = 0; i < scan.emitted().size(); i++) {
            Tensor grad = grads.get(states + i);
            if (grad == null) continue;
            Tensor part = Scan.stand("gradient", scan.emitted().get(i).type());
            ys.add(scan.emitted().get(i));
            seeds.add(part);
            parts.add(part);
            sequences.add(grad);
        }
        List<Tensor> targets = new ArrayList<>(scan.parts());
        targets.addAll(scan.before());
        targets.addAll(scan.constants());
        List<Tensor> wanted = Gradients.of(ys, seeds, targets);
        int first = scan.parts().size();
        List<Tensor> onParts = wanted.subList(0, first);
        List<Tensor> onStates = wanted.subList(first, first + states);
        List<Total> onConstants = new ArrayList<>();
        for (Tensor g : wanted.subList(first + states, wanted.size())) {
            onConstants.add(g == null ? null : Total.of(g, this::stacked, this::sum));
        }
        onParts.stream().filter(g -> g != null).forEach(emitted::add);
        loop(sequences, parts, carried, onStates);

        List<Tensor> result = new ArrayList<>();
        for (Tensor g : onParts) result.add(g == null ? null : stack(g));
        result.addAll(backward.states().subList(0, states));
        for (Total total : onConstants) result.add(total == null ? null : total.after());
        return result;
    }

    /** Makes both scans. */
    private void loop(List<Tensor> sequences, List<Tensor> parts, List<Tensor> carried, List<Tensor> onStates) {
        List<Tensor> before = new ArrayList<>(carried);
        List<Tensor> initial = new ArrayList<>();
        List<Tensor> after = new ArrayList<>();
        for (int i = 0; i < carried.size(); i++) {
            Tensor state = node.inputs().get(scan.parts().size() + i);
            initial.add(grads.get(i) == null ? state.zerosLike() : grads.get(i));
            after.add(onStates.get(i) == null ? state.zerosLike() : onStates.get(i));
        }
        for (Tensor g : summed) {
            Tensor sum = Scan.stand("sum", g.type());
            before.add(sum);
            initial.add(g.zerosLike());
            after.add(sum.plus(g));
        }
        List<Tensor> results = new ArrayList<>(after);
        results.addAll(emitted);
        results.forEach(this::record);
        recording = scan.emitting(List.copyOf(recorded.keySet()))
                .result(Tensor.all(scan.emitting(List.copyOf(recorded.keySet())), node.inputs()));

        List<Tensor> allParts = new ArrayList<>(parts);
        List<Tensor> allSequences = new ArrayList<>(sequences);
        Map<Tensor, Tensor> standing = new LinkedHashMap<>(recorded);
        allParts.addAll(recorded.values());
        allSequences.addAll(recording.outputs());
        if (allParts.isEmpty()) { // the loop needs a length
            allSequences.add(node.inputs().get(0));
            allParts.add(Scan.stand("part", scan.parts().get(0).type()));
        }
        int constants = scan.parts().size() + scan.before().size();
        for (int i = 0; i < scan.constants().size(); i++) {
            standing.put(scan.constants().get(i), node.inputs().get(constants + i));
        }
        List<Tensor> inner = Graphs.replaced(results, standing);
        Scan.Step step = new Scan.Step(inner.subList(0, after.size()), inner.subList(after.size(), inner.size()));
        backward = Scan.over(allSequences, initial, allParts, before, step, !scan.backwards());
    }

    /** Finds where a tensor of the backward graph meets the forward step, and has it recorded there. */
    private void record(Tensor result) {
        for (Node n : Graphs.order(List.of(result))) {
            if (forward.contains(n)) continue;
            n.inputs().forEach(this::need);
        }
        need(result);
    }

    private void need(Tensor tensor) {
        if (isForward(tensor) && isChanging(tensor)) {
            recorded.computeIfAbsent(tensor, t -> Scan.stand("recorded", t.type()));
        }
    }

    private boolean isForward(Tensor tensor) {
        return forward.contains(tensor.node())
                || scan.parts().contains(tensor)
                || scan.before().contains(tensor);
    }

    private boolean isChanging(Tensor tensor) {
        return !(tensor.node().op() instanceof KnownOp) && !scan.constants().contains(tensor);
    }

    /** Promises a tensor of a step for all steps, {@code (time, …)}. */
    private Total stacked(Tensor tensor) {
        if (isForward(tensor) && isChanging(tensor)) need(tensor);
        else emitted.add(tensor);
        return () -> stack(tensor);
    }

    private Total sum(Tensor tensor) {
        summed.add(tensor);
        int place = scan.after().size() + summed.size() - 1;
        return () -> backward.states().get(place);
    }

    private Tensor stack(Tensor tensor) {
        int place = List.copyOf(recorded.keySet()).indexOf(tensor);
        return place >= 0 ? recording.outputs().get(place) : backward.outputs().get(emitted.indexOf(tensor));
    }
}
