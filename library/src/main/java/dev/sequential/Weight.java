package dev.sequential;

import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Variable;
import dev.sequential.regularizers.Regularizer;

/**
 * One weight of a layer: its live values and what training does with it.
 *
 * @param name such as {@code kernel}; inside a nested layer {@code child/kernel}
 * @param variable the values that programs read and write
 * @param trained whether gradients change it, unless its layer is frozen; false for states such as a moving mean
 * @param regularizer its penalty in the loss
 * @param constraint applied after each update
 */
public record Weight(String name, Variable variable, boolean trained, Regularizer regularizer, Constraint constraint) {
    /** Number of elements. */
    public long size() {
        return variable.type().shape().size();
    }
}
