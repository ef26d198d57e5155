package dev.sequential.metrics;

import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/** How many samples have their largest prediction at the place of the target, a class number; of equal ones the first counts. */
public record SparseCategoricalAccuracy() implements Metric {
    public static SparseCategoricalAccuracy of() {
        return new SparseCategoricalAccuracy();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor target = Targets.classes(yPred, yTrue, -1, name());
        return target.equalTo(yPred.argMax(-1)).cast(yPred.dtype());
    }

    @Override
    public String name() {
        return "sparse_categorical_accuracy";
    }
}
