package dev.sequential.training;

import dev.sequential.Trace;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;
import java.util.Map;

/** What one step reads and changes. */
record Trail(Trace trace, Map<Variable, Tensor> updates) {
    /** The value a variable has before the step. */
    Tensor read(Variable variable) {
        return trace.read(variable);
    }
}
