package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Read;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric fed batch by batch, as a training step feeds it. */
final class MetricRun {
    private final String backend;
    private final Metric metric;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    MetricRun(String backend, Metric metric) {
        this.backend = backend;
        this.metric = metric;
    }

    /** Takes a batch in and gives the result so far. */
    Values update(Values yTrue, Values yPred, Values weight) {
        List<Values> inputs = new ArrayList<>(List.of(yTrue, yPred));
        if (weight != null) inputs.add(weight);
        List<Tensor> placeholders = new ArrayList<>();
        for (Values input : inputs) placeholders.add(Tensor.of(new Placeholder("in", input.type())));
        Traced states = new Traced();
        metric.update(states, placeholders.get(0), placeholders.get(1), weight == null ? null : placeholders.get(2));
        List<Tensor> results = List.of(metric.result(states));
        return Compute.run(backend, placeholders, inputs, results, states.updates())
                .get(0);
    }

    /** The result without a new batch. */
    Values result() {
        return Compute.run(backend, List.of(), List.of(), List.of(metric.result(new Traced())), Map.of())
                .get(0);
    }

    void reset() {
        variables.values().forEach(v -> v.fill(0));
    }

    private final class Traced implements Metric.States {
        private final Map<String, Tensor> current = new HashMap<>();

        @Override
        public Tensor get(String name, Shape shape) {
            if (current.containsKey(name)) return current.get(name);
            Variable variable = variables.computeIfAbsent(name, n -> {
                Check.state(shape.isKnown(), "%s is asked for before it is made", n);
                return Variable.zeros(n, new Type(shape, DType.FLOAT32));
            });
            return Tensor.of(new Read(variable));
        }

        @Override
        public void set(String name, Tensor value) {
            get(name, value.shape());
            current.put(name, value);
        }

        Map<Variable, Tensor> updates() {
            Map<Variable, Tensor> updates = new LinkedHashMap<>();
            current.forEach((name, value) -> updates.put(variables.get(name), value));
            return updates;
        }
    }
}
