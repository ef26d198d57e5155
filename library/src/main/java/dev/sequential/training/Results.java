package dev.sequential.training;

import dev.sequential.engine.Backend;
import dev.sequential.engine.Program;
import dev.sequential.engine.Read;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;
import dev.sequential.metrics.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What losses and metrics have accumulated, in the order of {@link Compiled#names()}. A step adds to the states; one
 * small program turns them into numbers when somebody asks.
 */
final class Results {
    /** One number: its states, and how they make it. */
    private record Entry(Metric metric, MetricStates states) {}

    private final List<String> names;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Backend> backends;
    private Program program;

    Results(Compiled compiled, List<Backend> backends) {
        this.names = compiled.names();
        this.backends = backends;
        int losses = names.size();
        for (Compiled.Output output : compiled.outputs()) {
            losses -= output.metrics().size() + output.weightedMetrics().size();
        }
        for (int i = 0; i < losses; i++) add((yTrue, yPred) -> yPred);
        for (Compiled.Output output : compiled.outputs()) {
            output.metrics().forEach(m -> add(m.metric()));
            output.weightedMetrics().forEach(m -> add(m.metric()));
        }
    }

    private void add(Metric metric) {
        entries.add(new Entry(metric, new MetricStates(names.get(entries.size()))));
    }

    List<String> names() {
        return names;
    }

    /** Takes in a batch's value of the number at {@code index}, a loss, weighing as many rows. */
    void addLoss(int index, Tensor value, long rows, Trail trail) {
        Metric.States states = states(index, trail);
        states.set("total", states.get("total", Shape.scalar()).plus(value.times((double) rows)));
        states.set("count", states.get("count", Shape.scalar()).plus(rows));
    }

    /** Takes in a batch for the metric at {@code index}. */
    void addMetric(int index, Tensor yTrue, Tensor yPred, Tensor weight, Trail trail) {
        entries.get(index).metric().update(states(index, trail), yTrue, yPred, weight);
    }

    private Metric.States states(int index, Trail trail) {
        return entries.get(index).states().in(trail::read, trail.updates());
    }

    void reset() {
        entries.forEach(e -> e.states().reset());
    }

    double[] values() {
        if (program == null) program = compile();
        program.run(0);
        double[] values = new double[entries.size()];
        for (int i = 0; i < values.length; i++) values[i] = program.output(i).get(0);
        return values;
    }

    private Program compile() {
        Map<Variable, Tensor> reads = new HashMap<>();
        List<Tensor> results = new ArrayList<>();
        for (Entry entry : entries) {
            Metric.States states =
                    entry.states().in(v -> reads.computeIfAbsent(v, x -> Tensor.of(new Read(x))), new HashMap<>());
            Tensor result = entry.metric().result(states);
            results.add(result.rank() == 0 ? result : result.mean().reshape(Shape.scalar()));
        }
        return Program.compile(List.of(), results, Map.of(), backends);
    }

    void close() {
        if (program != null) program.close();
    }
}
