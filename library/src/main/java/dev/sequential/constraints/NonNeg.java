package dev.sequential.constraints;

import dev.sequential.engine.Tensor;

/** {@code max(w, 0)}. */
public record NonNeg() implements Constraint {
    public static NonNeg of() {
        return new NonNeg();
    }

    @Override
    public Tensor project(Tensor weight) {
        return weight.relu();
    }
}
