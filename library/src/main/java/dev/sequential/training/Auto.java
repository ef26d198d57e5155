package dev.sequential.training;

import dev.sequential.engine.Tensor;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;

/**
 * A loss or metric that is chosen once a model's outputs and targets are known: of the binary, the categorical and the
 * sparse categorical kind the one that fits: {@link dev.sequential.metrics.Metrics#accuracyFor}.
 */
public enum Auto implements Loss, Metric {
    /** {@code "accuracy"} or {@code "acc"}. */
    ACCURACY,
    /** {@code "crossentropy"} or {@code "ce"}. */
    CROSSENTROPY;

    /** The choice that a metric's name leaves open, or {@code null} if it leaves none. */
    public static Auto metric(String name) {
        return switch (name) {
            case "accuracy", "acc" -> ACCURACY;
            case "crossentropy", "ce" -> CROSSENTROPY;
            default -> null;
        };
    }

    /** The choice that a loss's name leaves open, or {@code null} if it leaves none. */
    public static Auto loss(String name) {
        return metric(name) == CROSSENTROPY ? CROSSENTROPY : null;
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        throw new IllegalStateException(this + " has not been chosen yet");
    }
}
