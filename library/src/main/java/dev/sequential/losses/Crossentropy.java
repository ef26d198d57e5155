package dev.sequential.losses;

import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;

/**
 * The crossentropy that fits: {@code "crossentropy"} and {@code "ce"}. Binary for an output whose last axis has length
 * 1, sparse categorical for class numbers, categorical otherwise.
 */
record Crossentropy() implements Loss {

    /** The crossentropy for targets and predictions of these shapes; an unknown target shape is {@code null}. */
    static Criterion of(Shape yTrue, Shape yPred) {
        if (yPred.dim(-1) == 1) return BinaryCrossentropy.of();
        boolean sparse = yTrue != null && (yTrue.rank() == yPred.rank() - 1 || yTrue.dim(-1) == 1);
        return sparse ? SparseCategoricalCrossentropy.of() : CategoricalCrossentropy.of();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return of(yTrue.shape(), yPred.shape()).call(yTrue, yPred);
    }
}
