package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/**
 * How many numbers are on the right side of the threshold: {@code (p > threshold) == t}, for targets 0 and 1.
 *
 * @param threshold from 0 to 1; default 0.5
 */
public record BinaryAccuracy(double threshold) implements Metric {
    public BinaryAccuracy {
        Check.between(0, 1, threshold, "threshold");
    }

    public static BinaryAccuracy of() {
        return new BinaryAccuracy(0.5);
    }

    public static BinaryAccuracy of(double threshold) {
        return new BinaryAccuracy(threshold);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return yPred.greaterThan(threshold).equalTo(Targets.like(yPred, yTrue, name()));
    }

    @Override
    public String name() {
        return "binary_accuracy";
    }
}
