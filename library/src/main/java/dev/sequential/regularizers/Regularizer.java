package dev.sequential.regularizers;

import dev.sequential.engine.Tensor;

/** A penalty on a weight or an activity, added to the loss. */
@FunctionalInterface
public interface Regularizer {
    /** No penalty: the default everywhere. */
    Regularizer NONE = new NoRegularizer();

    /** The penalty, a single number. */
    Tensor penalty(Tensor x);
}
