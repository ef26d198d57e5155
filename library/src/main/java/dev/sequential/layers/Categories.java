package dev.sequential.layers;

import dev.sequential.engine.DType;
import dev.sequential.engine.Tensor;

/** Turns integers into the vectors of an {@link OutputMode}, as Keras does: a sample's integers are along axis 1. */
final class Categories {
    private Categories() {}

    /** For integers from 0 to below {@code depth}; others have no 1. Weights, if not null, are counted instead of ones. */
    static Tensor encoded(Tensor places, OutputMode mode, int depth, Tensor weights) {
        if (mode == OutputMode.INT) return places;
        boolean column = places.rank() > 1 && places.dim(-1) == 1;
        if (mode == OutputMode.ONE_HOT) {
            return (column ? places.squeeze(-1) : places).oneHot(depth, DType.FLOAT32);
        }
        Tensor each = places.oneHot(depth, DType.FLOAT32);
        if (weights != null) each = each.times(weights.cast(DType.FLOAT32).expandDims(-1));
        int axis = places.rank() > 1 ? 1 : 0;
        return mode == OutputMode.MULTI_HOT ? each.max(axis) : each.sum(axis);
    }
}
