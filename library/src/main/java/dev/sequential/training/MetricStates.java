package dev.sequential.training;

import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.metrics.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The numbers that one metric keeps, as variables that the programs of a model share. */
final class MetricStates {
    private final String name;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    MetricStates(String name) {
        this.name = name;
    }

    /** Sets everything to zero. */
    void reset() {
        variables.values().forEach(Variable::clear);
    }

    /** The states as one program sees them; {@code updates} takes their new values. */
    Metric.States in(Function<Variable, Tensor> read, Map<Variable, Tensor> updates) {
        return new Metric.States() {
            @Override
            public Tensor get(String state, Shape shape) {
                Variable variable = variable(state, shape);
                return updates.containsKey(variable) ? updates.get(variable) : read.apply(variable);
            }

            @Override
            public void set(String state, Tensor value) {
                updates.put(variable(state, value.shape()), value);
            }
        };
    }

    private Variable variable(String state, Shape shape) {
        return variables.computeIfAbsent(state, s -> Variable.zeros(name + "/" + s, new Type(shape, DType.FLOAT32)));
    }
}
