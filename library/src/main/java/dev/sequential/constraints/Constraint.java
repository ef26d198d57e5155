package dev.sequential.constraints;

import dev.sequential.engine.Tensor;

/** Moves a weight back into the allowed region after each update. */
@FunctionalInterface
public interface Constraint {
    /** No constraint: the default everywhere. */
    Constraint NONE = new NoConstraint();

    /** The nearest allowed weight, of the same shape. */
    Tensor project(Tensor weight);
}
