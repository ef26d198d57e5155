package dev.sequential.optimizers;

import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Variable;

/**
 * One weight that training changes.
 *
 * @param variable where it is kept
 * @param weight its value when the step begins
 * @param gradient of the loss, of the same shape
 * @param constraint applied after the update
 * @param decayed whether weight decay applies to it
 */
public record Parameter(Variable variable, Tensor weight, Tensor gradient, Constraint constraint, boolean decayed) {
    public Parameter {
        Check.that(
                gradient.shape().equals(weight.shape()),
                "The gradient of %s has shape %s, not %s",
                variable.name(),
                gradient.shape(),
                weight.shape());
    }

    /** A weight to which weight decay applies, if there is any. */
    public static Parameter of(Variable variable, Tensor weight, Tensor gradient, Constraint constraint) {
        return new Parameter(variable, weight, gradient, constraint, true);
    }
}
