package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * {@code (1 + beta²) precision recall / (beta² precision + recall)} of each class: recall counts {@code beta} times as
 * much as precision. Predictions and targets are of shape {@code (batch, classes)}.
 *
 * @param average how the classes' scores become one; default {@code NONE}, one number a class
 * @param beta above 0; default 1
 * @param threshold a prediction above it is a yes, above 0 and up to 1; by default the largest of a sample is
 */
@Config
public record FBetaScore(Average average, double beta, OptionalDouble threshold) implements Metric {
    public FBetaScore {
        Check.notNull(average, "average");
        Check.that(beta > 0, "beta must be above 0, but received %s", beta);
        double t = threshold.orElse(1);
        Check.that(t > 0 && t <= 1, "threshold must be above 0 and up to 1, but received %s", t);
    }

    /** With the defaults. */
    public static FBetaScore of() {
        return new FBetaScore(Average.NONE, 1, OptionalDouble.empty());
    }

    /** With options. */
    public static FBetaScore of(Consumer<FBetaScoreBuilder> options) {
        FBetaScoreBuilder builder = FBetaScoreBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return yes(yPred).equalTo(Targets.like(yPred, yTrue, name()));
    }

    @Override
    public void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Check.that(
                yPred.rank() == 2,
                "%s expects predictions of shape (batch, classes), but received %s",
                name(),
                yPred.shape());
        Tensor t = Targets.like(yPred, yTrue, name());
        Tensor p = yes(yPred);
        add(states, "true_positives", p.times(t), weight);
        add(states, "false_positives", p.times(t.from(1)), weight);
        add(states, "false_negatives", p.from(1).times(t), weight);
        add(states, "intermediate_weights", t, weight);
    }

    private Tensor yes(Tensor yPred) {
        if (threshold.isPresent()) return yPred.greaterThan(threshold.getAsDouble());
        Tensor largest = yPred.greaterOrEqual(yPred.max(-1).expandDims(-1));
        return largest.times(yPred.abs().greaterThan(1e-9));
    }

    private void add(States states, String name, Tensor values, Tensor weight) {
        if (weight != null) {
            Tensor w = weight.cast(values.dtype());
            values = values.times(w.rank() == 1 ? w.expandDims(-1) : w);
        }
        Means.add(states, name, average == Average.MICRO ? values.sum() : values.sum(0));
    }

    @Override
    public Tensor result(States states) {
        Shape shape = average == Average.MICRO ? Shape.scalar() : Shape.of(Shape.UNKNOWN);
        Tensor found = states.get("true_positives", shape);
        Tensor predicted = found.plus(states.get("false_positives", shape));
        Tensor present = found.plus(states.get("false_negatives", shape));
        Tensor precision = found.dividedBy(predicted.plus(Safe.EPSILON));
        Tensor recall = found.dividedBy(present.plus(Safe.EPSILON));
        Tensor both = precision.times(beta * beta).plus(recall).plus(Safe.EPSILON);
        Tensor score = precision.times(recall).dividedBy(both).times(1 + beta * beta);
        return switch (average) {
            case NONE -> score;
            case MICRO, MACRO -> score.mean();
            case WEIGHTED -> {
                Tensor counts = states.get("intermediate_weights", shape);
                yield score.times(counts.dividedBy(counts.sum().plus(Safe.EPSILON)))
                        .sum();
            }
        };
    }

    @Override
    public String name() {
        return "fbeta_score";
    }
}
