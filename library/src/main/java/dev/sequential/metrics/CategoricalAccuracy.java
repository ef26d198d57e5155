package dev.sequential.metrics;

import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/** How many samples have their largest prediction where the one-hot target has its 1; of equal ones the first counts. */
public record CategoricalAccuracy() implements Metric {
    public static CategoricalAccuracy of() {
        return new CategoricalAccuracy();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor target = Targets.like(yPred, yTrue, name()).argMax(-1);
        return target.equalTo(yPred.argMax(-1)).cast(yPred.dtype());
    }

    @Override
    public String name() {
        return "categorical_accuracy";
    }
}
