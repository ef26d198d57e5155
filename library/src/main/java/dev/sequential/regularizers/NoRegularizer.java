package dev.sequential.regularizers;

import dev.sequential.engine.Tensor;

/** Adds nothing to the loss. */
record NoRegularizer() implements Regularizer {
    @Override
    public Tensor penalty(Tensor x) {
        return x.like(0);
    }

    @Override
    public String toString() {
        return "none";
    }
}
