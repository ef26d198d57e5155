package dev.sequential.training;

import dev.sequential.engine.Backend;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Program;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A step as one program. */
final class CompiledStep implements Step, AutoCloseable {
    private final Program program;
    private final LongSupplier keys;
    private final Runnable before;
    private final Runnable after;
    private final List<Memory> inputs;
    private final List<Memory> targets;
    private final List<Memory> weights;
    private final List<Memory> outputs;
    private final List<Memory> losses;

    CompiledStep(StepGraph graph, List<Backend> backends, LongSupplier keys, Runnable before, Runnable after) {
        this.keys = keys;
        this.before = before;
        this.after = after;
        List<Tensor> given = new ArrayList<>(graph.inputs());
        given.addAll(graph.targets());
        given.addAll(graph.weights());
        List<Tensor> results = new ArrayList<>(graph.outputs());
        results.addAll(graph.losses());
        program = Program.compile(given, results, graph.updates(), backends);
        int target = graph.inputs().size();
        int weight = target + graph.targets().size();
        inputs = memories(0, target, true);
        targets = memories(target, weight, true);
        weights = memories(weight, given.size(), true);
        outputs = memories(0, graph.outputs().size(), false);
        losses = memories(graph.outputs().size(), results.size(), false);
    }

    private List<Memory> memories(int from, int to, boolean in) {
        List<Memory> all = new ArrayList<>();
        for (int i = from; i < to; i++) all.add(in ? program.input(i) : program.output(i));
        return List.copyOf(all);
    }

    @Override
    public List<Memory> inputs() {
        return inputs;
    }

    @Override
    public List<Memory> targets() {
        return targets;
    }

    @Override
    public List<Memory> sampleWeights() {
        return weights;
    }

    @Override
    public void run() {
        before.run();
        program.run(keys.getAsLong());
        after.run();
    }

    @Override
    public List<Memory> outputs() {
        return outputs;
    }

    @Override
    public double batchLoss() {
        return losses.isEmpty() ? Double.NaN : losses.get(0).get(0);
    }

    @Override
    public double[] batchLosses() {
        return losses.stream().mapToDouble(loss -> loss.get(0)).toArray();
    }

    /** What a run does, one kernel a line. */
    String describe() {
        return program.describe();
    }

    @Override
    public void close() {
        program.close();
    }
}
