package dev.sequential.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph compiled for concrete shapes: every operation bound to its kernel and its memory. A run walks an array of
 * kernels and allocates nothing. Not safe for several threads.
 *
 * <pre>{@code
 * Tensor x = Tensor.of(new Placeholder("x", new Type(Shape.of(2, 3), DType.FLOAT32)));
 * try (Program program = Program.compile(List.of(x), List.of(x.square().sum()), Map.of(), Backends.all())) {
 *     program.input(0).array().assign(2);
 *     program.run(0);
 *     program.output(0).array().getDouble(0);   // 24
 * }
 * }</pre>
 */
public final class Program implements AutoCloseable {
    private final List<Memory> inputs;
    private final List<Memory> outputs;
    private final Kernel[] kernels;
    private final String[] labels;
    private final Arena arena;
    private final Backend first;
    private final Variable[] updated;
    private Preparation preparation;

    private Program(
            List<Memory> inputs,
            List<Memory> outputs,
            List<Kernel> kernels,
            List<String> labels,
            Arena arena,
            Backend first,
            Set<Variable> updated) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.kernels = kernels.toArray(Kernel[]::new);
        this.labels = labels.toArray(String[]::new);
        this.arena = arena;
        this.first = first;
        this.updated = updated.toArray(Variable[]::new);
    }

    /**
     * Compiles a graph. Outputs and updates see the variables as they were before the run.
     *
     * @param placeholders the tensors given at every run; all shapes known
     * @param outputs what is read after a run
     * @param updates variables and the values they have after a run
     * @param backends asked in this order for each operation
     */
    public static Program compile(
            List<Tensor> placeholders, List<Tensor> outputs, Map<Variable, Tensor> updates, List<Backend> backends) {
        List<Tensor> roots = new ArrayList<>(outputs);
        updates.forEach((variable, value) -> {
            Check.that(
                    variable.type().equals(value.type()),
                    "%s is %s and cannot become %s",
                    variable.name(),
                    variable.type(),
                    value.type());
            roots.add(value);
        });
        Set<Variable> updated = updates.keySet();
        List<Tensor> lean = lean(roots, backends);
        Settled settled = Settled.of(lean, updated);
        List<Tensor> scaled = backends.get(0).fuses() ? Scales.all(lean, settled) : lean;
        if (scaled != lean) settled = Settled.of(scaled, updated);
        Settled.Parts parts = settled.parts(scaled);
        Preparation preparation = parts.early().isEmpty() ? null : Preparation.of(parts, backends);
        Program program = binder(placeholders, parts.results(), updated, backends)
                .bindWhole(preparation == null ? Map.of() : preparation.lent());
        program.preparation = preparation;
        return program;
    }

    /** A program without updates; placeholders that are lent are read where they are. */
    static Program inner(
            List<Tensor> placeholders, List<Tensor> outputs, Map<Tensor, Memory> lent, List<Backend> backends) {
        return binder(placeholders, lean(outputs, backends), Set.of(), backends).bind(lent);
    }

    private static List<Tensor> lean(List<Tensor> roots, List<Backend> backends) {
        List<Tensor> lean = Simplify.all(Composites.resolved(roots, backends.get(0)));
        List<Tensor> joined = Scans.joined(lean);
        return joined == lean ? lean : Simplify.all(joined);
    }

    /** The last of {@code roots} are the new values of variables. */
    private static Binder binder(
            List<Tensor> placeholders, List<Tensor> roots, Set<Variable> updated, List<Backend> backends) {
        List<Tensor> made =
                backends.get(0).fuses() ? Scatters.all(Fusion.all(Pairs.all(Linears.all(Columns.all(roots))))) : roots;
        int outputs = roots.size() - updated.size();
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        for (Variable variable : updated) values.put(variable, made.get(outputs + values.size()));
        return new Binder(backends, placeholders, made.subList(0, outputs), values);
    }

    /** Where to put the value of a placeholder before a run. */
    public Memory input(int index) {
        return inputs.get(index);
    }

    /** Where to find an output after a run; the next run overwrites it. */
    public Memory output(int index) {
        return outputs.get(index);
    }

    /** Number of kernels a run walks over. */
    public int size() {
        return kernels.length;
    }

    /** Bytes of native memory the program owns, besides what its kernels own. */
    public long bytes() {
        return arena.size() + (preparation == null ? 0 : preparation.bytes());
    }

    /** Computes everything once; {@code key} decides the random numbers of this run. */
    public void run(long key) {
        first.enter();
        try {
            if (preparation != null && preparation.isDue()) preparation.run(this);
            within(key);
        } finally {
            for (Variable variable : updated) variable.changed();
            first.leave();
        }
    }

    /** What kernels do when the settled operands lent to this have changed. */
    void prepare() {
        for (Kernel kernel : kernels) kernel.prepare();
    }

    /** A run that is part of another program's. */
    void within(long key) {
        int i = 0;
        try {
            for (; i < kernels.length; i++) kernels[i].run(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(labels[i] + " failed: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(labels[i] + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        for (Kernel kernel : kernels) kernel.close();
        if (preparation != null) preparation.close();
        arena.close();
    }

    /** One kernel a line, with the shape of its result: what a run does, after what it does only when variables have changed. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        if (preparation != null) text.append(preparation.describe().indent(2));
        for (int i = 0; i < kernels.length; i++) {
            text.append(labels[i]).append("  ").append(kernels[i]).append('\n');
        }
        return text.toString();
    }

    /** Binds the nodes of a finished graph to memory and kernels. */
    private static final class Binder {
        private final List<Backend> backends;
        private final List<Tensor> placeholders;
        private final List<Tensor> results;
        private final Map<Variable, Tensor> updates;
        private final List<Node> order;
        private final List<Kernel> kernels = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();

        Binder(List<Backend> backends, List<Tensor> placeholders, List<Tensor> results, Map<Variable, Tensor> updates) {
            this.backends = backends;
            this.placeholders = placeholders;
            this.results = results;
            this.updates = updates;
            List<Tensor> roots = new ArrayList<>(placeholders);
            roots.addAll(results);
            roots.addAll(updates.values());
            this.order = Graphs.order(roots);
        }

        Program bindWhole(Map<Tensor, Memory> lent) {
            return backends.get(0).binding(order, () -> bind(lent));
        }

        Program bind(Map<Tensor, Memory> lent) {
            List<Tensor> kept = new ArrayList<>(placeholders);
            kept.addAll(results);
            MemoryPlan plan = MemoryPlan.of(order, kept, updates, lent);
            for (Node node : order) bind(node, plan);
            updates.forEach((variable, value) -> {
                Memory to = plan.of(variable);
                Memory from = plan.memory(value);
                if (from.address() != to.address()) add(new Copy(from, to), variable.name());
            });
            return new Program(
                    placeholders.stream().map(plan::memory).toList(),
                    results.stream().map(plan::memory).toList(),
                    kernels,
                    labels,
                    plan.arena(),
                    backends.get(0),
                    updates.keySet());
        }

        private void bind(Node node, MemoryPlan plan) {
            Op op = node.op();
            if (op.isView()) return;
            Memory first = plan.memory(node.outputs().get(0));
            if (op instanceof Fill fill) {
                first.array().assign(fill.value());
            } else if (op instanceof Constant constant) {
                first.put(constant.values());
            } else if (!(op instanceof GivenOp)) {
                List<Memory> in = node.inputs().stream().map(plan::memory).toList();
                List<Memory> out = node.outputs().stream().map(plan::memory).toList();
                Kernel kernel = kernel(op, in, out);
                String layer = node.origin().isEmpty() ? "" : " of layer \"" + node.origin() + "\"";
                add(kernel, op.getClass().getSimpleName() + " " + first.shape() + layer);
            }
        }

        private void add(Kernel kernel, String label) {
            kernels.add(kernel);
            labels.add(label);
        }

        private Kernel kernel(Op op, List<Memory> in, List<Memory> out) {
            for (Backend backend : backends) {
                Kernel kernel = backend.kernel(op, in, out);
                if (kernel != null) return kernel;
            }
            if (op instanceof Scan scan) return ScanKernel.of(scan, in, out, backends);
            Kernel parts = Unfused.kernel(op, in, out, this::kernel);
            Check.state(
                    parts != null,
                    "No backend of %s computes %s on %s",
                    backends.stream().map(Backend::name).toList(),
                    op,
                    in);
            return parts;
        }
    }
}
