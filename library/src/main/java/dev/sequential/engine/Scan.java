package dev.sequential.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loop over the first axis of some sequences that carries states from step to step: a recurrent layer. The body is a
 * graph, traced once; what it uses from outside is the same at every step.
 *
 * <p>Operands: sequences {@code (time, …)}, initial states, constants. Results: final states, then what each step emits,
 * {@code (time, …)}. What belongs to a time stays at its place, in whatever direction the loop runs.
 *
 * <pre>{@code
 * Scan.Result sums = Scan.over(List.of(x), List.of(zero), false, (parts, before) -> {
 *     Tensor sum = before.get(0).plus(parts.get(0));
 *     return new Scan.Step(List.of(sum), List.of(sum));   // carried on, emitted
 * });
 * }</pre>
 *
 * @param parts stand in the body for one step of each sequence
 * @param before stand for the states before the step
 * @param constants stand for what does not change
 * @param after the states after the step
 * @param emitted what the step emits
 * @param backwards whether the last step is the first to be done
 */
public record Scan(
        List<Tensor> parts,
        List<Tensor> before,
        List<Tensor> constants,
        List<Tensor> after,
        List<Tensor> emitted,
        boolean backwards)
        implements Op {

    /** What a step makes: the states for the next one, and what it emits. */
    public record Step(List<Tensor> states, List<Tensor> outputs) {
        public Step {
            states = List.copyOf(states);
            outputs = List.copyOf(outputs);
        }
    }

    /** What the loop makes: the states after the last step, and what was emitted, {@code (time, …)}. */
    public record Result(List<Tensor> states, List<Tensor> outputs) {}

    /** Traces a step. */
    @FunctionalInterface
    public interface Body {
        Step step(List<Tensor> parts, List<Tensor> states);
    }

    public Scan {
        parts = List.copyOf(parts);
        before = List.copyOf(before);
        constants = List.copyOf(constants);
        after = List.copyOf(after);
        emitted = List.copyOf(emitted);
        Check.that(!parts.isEmpty(), "A scan needs a sequence to run over");
    }

    /**
     * Runs a body over sequences {@code (time, …)}, whose lengths agree.
     *
     * @throws IllegalArgumentException if a state after a step has another type than before it
     */
    public static Result over(List<Tensor> sequences, List<Tensor> initial, boolean backwards, Body body) {
        List<Tensor> parts = new ArrayList<>();
        for (Tensor sequence : sequences) parts.add(stand("part", part(sequence.type())));
        List<Tensor> before = new ArrayList<>();
        for (Tensor state : initial) before.add(stand("state", state.type()));
        Step step = body.step(List.copyOf(parts), List.copyOf(before));
        return over(sequences, initial, parts, before, step, backwards);
    }

    /** Makes the loop of a body that is traced; what it uses from outside becomes its constants. */
    static Result over(
            List<Tensor> sequences,
            List<Tensor> initial,
            List<Tensor> parts,
            List<Tensor> before,
            Step step,
            boolean backwards) {
        Map<Tensor, Tensor> outer = outer(parts, before, step);
        List<Tensor> results = new ArrayList<>(step.states());
        results.addAll(step.outputs());
        List<Tensor> inner = Graphs.replaced(results, outer);
        int states = step.states().size();
        Scan scan = new Scan(
                parts,
                before,
                List.copyOf(outer.values()),
                inner.subList(0, states),
                inner.subList(states, inner.size()),
                backwards);
        List<Tensor> operands = new ArrayList<>(sequences);
        operands.addAll(initial);
        operands.addAll(outer.keySet());
        return scan.result(Tensor.all(scan, operands));
    }

    /** Tensors from outside that the body uses, each with what stands for it; known numbers can be made inside. */
    private static Map<Tensor, Tensor> outer(List<Tensor> parts, List<Tensor> before, Step step) {
        List<Tensor> changing = new ArrayList<>(parts);
        changing.addAll(before);
        List<Tensor> results = new ArrayList<>(step.states());
        results.addAll(step.outputs());
        Set<Node> inside = Graphs.between(changing, results);
        List<Tensor> used = new ArrayList<>(results);
        for (Node node : Graphs.order(results)) if (inside.contains(node)) used.addAll(node.inputs());
        Set<Tensor> own = new HashSet<>(changing);
        Map<Tensor, Tensor> outer = new LinkedHashMap<>();
        for (Tensor tensor : used) {
            boolean number = tensor.node().op() instanceof KnownOp;
            if (inside.contains(tensor.node()) || own.contains(tensor) || number) continue;
            outer.computeIfAbsent(tensor, t -> stand("constant", t.type()));
        }
        return outer;
    }

    static Tensor stand(String name, Type type) {
        return Tensor.of(new Placeholder(name, type));
    }

    private static Type part(Type sequence) {
        return sequence.with(sequence.shape().slice(1, sequence.shape().rank()));
    }

    /** The results of a node of this operation, by kind. */
    Result result(List<Tensor> outputs) {
        int states = after.size();
        return new Result(outputs.subList(0, states), outputs.subList(states, outputs.size()));
    }

    /** The same loop that emits something else from the inside of its body. */
    Scan emitting(List<Tensor> other) {
        return new Scan(parts, before, constants, after, other, backwards);
    }

    @Override
    public Type type(List<Type> in) {
        return types(in).get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        long time = in.get(0).shape().dim(0);
        for (int i = 0; i < parts.size(); i++) {
            long other = in.get(i).shape().dim(0);
            Check.that(
                    other == time || other == Shape.UNKNOWN || time == Shape.UNKNOWN,
                    "Sequences of one scan must have one length, but received %s",
                    in.subList(0, parts.size()));
            if (time == Shape.UNKNOWN) time = other;
            agree("sequence", parts.get(i).type(), part(in.get(i)));
        }
        int at = parts.size();
        for (int i = 0; i < before.size(); i++) {
            agree("state", before.get(i).type(), in.get(at + i));
            agree("new state", before.get(i).type(), after.get(i).type());
        }
        List<Type> types = new ArrayList<>(in.subList(at, at + before.size()));
        for (Tensor t : emitted) types.add(t.type().with(t.shape().inserted(0, time)));
        return types;
    }

    private static void agree(String what, Type expected, Type given) {
        Check.that(
                expected.dtype() == given.dtype() && expected.shape().matches(given.shape()),
                "A %s of a scan must be %s, but received %s",
                what,
                expected,
                given);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        throw new IllegalStateException("A scan has several results");
    }

    @Override
    public List<Tensor> gradients(Node node, List<Tensor> grads) {
        return new ScanGradient(this, node, grads).gradients();
    }

    @Override
    public String toString() {
        return "Scan[sequences=" + parts.size() + ", states=" + before.size() + ", constants=" + constants.size()
                + ", emitted=" + emitted.size() + (backwards ? ", backwards]" : "]");
    }
}
