package dev.sequential.constraints;

import dev.sequential.engine.Tensor;

/** Allows every weight. */
record NoConstraint() implements Constraint {
    @Override
    public Tensor project(Tensor weight) {
        return weight;
    }

    @Override
    public String toString() {
        return "none";
    }
}
