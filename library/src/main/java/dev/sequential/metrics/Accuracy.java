package dev.sequential.metrics;

import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;

/** How many predictions equal their targets exactly. (The <em>name</em> {@code "accuracy"} means the accuracy that fits the loss.) */
public record Accuracy() implements Metric {
    public static Accuracy of() {
        return new Accuracy();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return Targets.like(yPred, yTrue, name()).equalTo(yPred);
    }

    @Override
    public String name() {
        return "accuracy";
    }
}
