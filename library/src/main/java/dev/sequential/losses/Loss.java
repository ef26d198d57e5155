package dev.sequential.losses;

import dev.sequential.engine.Tensor;

/**
 * What training makes small. A lambda will do: {@code c.loss((yTrue, yPred) -> yTrue.minus(yPred).abs().mean(-1))}.
 * Keras's own are records of this package, by name in {@link Losses}.
 */
@FunctionalInterface
public interface Loss {
    /**
     * Loss values, not yet weighted or averaged: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
     */
    Tensor call(Tensor yTrue, Tensor yPred);

    /** How the values become one number. */
    default Reduction reduction() {
        return Reduction.SUM_OVER_BATCH_SIZE;
    }

    /**
     * 0/1 for each loss value that counts, or {@code null} for all: what the loss itself masks out, such as an ignored
     * class.
     *
     * @param values what {@link #call} gave
     */
    default Tensor mask(Tensor yTrue, Tensor values) {
        return null;
    }
}
