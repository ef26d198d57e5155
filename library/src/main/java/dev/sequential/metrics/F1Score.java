package dev.sequential.metrics;

import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * {@code 2 precision recall / (precision + recall)} of each class. Predictions and targets are of shape
 * {@code (batch, classes)}.
 *
 * @param average how the classes' scores become one; default {@code NONE}, one number a class
 * @param threshold a prediction above it is a yes, above 0 and up to 1; by default the largest of a sample is
 */
@Config
public record F1Score(Average average, OptionalDouble threshold) implements Metric {
    public F1Score {
        new FBetaScore(average, 1, threshold);
    }

    /** With the defaults. */
    public static F1Score of() {
        return new F1Score(Average.NONE, OptionalDouble.empty());
    }

    /** With options. */
    public static F1Score of(Consumer<F1ScoreBuilder> options) {
        F1ScoreBuilder builder = F1ScoreBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    private FBetaScore fBeta() {
        return new FBetaScore(average, 1, threshold);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return fBeta().call(yTrue, yPred);
    }

    @Override
    public void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        fBeta().update(states, yTrue, yPred, weight);
    }

    @Override
    public Tensor result(States states) {
        return fBeta().result(states);
    }

    @Override
    public String name() {
        return "f1_score";
    }
}
