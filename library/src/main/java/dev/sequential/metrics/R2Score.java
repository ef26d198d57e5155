package dev.sequential.metrics;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.losses.Targets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The coefficient of determination {@code 1 - Σ(t - p)² / Σ(t - mean t)²} of each column: 1 is best, 0 is what the mean
 * alone reaches. Predictions and targets are of shape {@code (batch, columns)}.
 *
 * @param classAggregation how the columns' scores become one; default {@code UNIFORM_AVERAGE}
 * @param numRegressors number of independent variables, for the adjusted score; 0 (default) leaves it unadjusted
 */
@Config
public record R2Score(Aggregation classAggregation, int numRegressors) implements Metric {
    /** How the columns' scores become one. */
    public enum Aggregation {
        /** Not at all: one score a column. */
        NONE,
        UNIFORM_AVERAGE,
        /** Weighted by the targets' variance. */
        VARIANCE_WEIGHTED_AVERAGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public R2Score {
        Check.notNull(classAggregation, "classAggregation");
        Check.atLeast(0, numRegressors, "numRegressors");
    }

    /** With the defaults. */
    public static R2Score of() {
        return new R2Score(Aggregation.UNIFORM_AVERAGE, 0);
    }

    /** With options. */
    public static R2Score of(Consumer<R2ScoreBuilder> options) {
        R2ScoreBuilder builder = R2ScoreBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    /** Squared errors; the metric itself needs all samples. */
    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return Targets.like(yPred, yTrue, name()).minus(yPred).square();
    }

    @Override
    public void update(States states, Tensor yTrue, Tensor yPred, Tensor weight) {
        Check.that(
                yPred.rank() == 2,
                "r2_score expects predictions of shape (batch, columns), but received %s",
                yPred.shape());
        Tensor t = Targets.like(yPred, yTrue, name());
        Tensor w = t.onesLike();
        if (weight != null) {
            Tensor given = weight.cast(t.dtype());
            w = w.times(given.rank() == 1 ? given.expandDims(-1) : given);
        }
        Tensor weighted = t.times(w);
        Means.add(states, "sum", weighted.sum(0));
        Means.add(states, "squared_sum", t.times(weighted).sum(0));
        Means.add(states, "residual", call(yTrue, yPred).times(w).sum(0));
        Means.add(states, "count", w.sum(0));
        Means.add(states, "num_samples", t.onesLike().sum());
    }

    @Override
    public Tensor result(States states) {
        Shape columns = Shape.of(Shape.UNKNOWN);
        Tensor sum = states.get("sum", columns);
        Tensor mean = sum.dividedBy(states.get("count", columns));
        Tensor total = states.get("squared_sum", columns).minus(sum.times(mean));
        Tensor raw = states.get("residual", columns).dividedBy(total).from(1);
        Tensor endless = raw.abs().equalTo(Double.POSITIVE_INFINITY);
        Tensor scores = endless.select(raw.like(0), raw);
        Tensor score = switch (classAggregation) {
            case NONE -> scores;
            case UNIFORM_AVERAGE -> scores.mean();
            case VARIANCE_WEIGHTED_AVERAGE -> total.times(scores).sum().dividedBy(total.sum());
        };
        return numRegressors == 0 ? score : adjusted(score, states.get("num_samples", Shape.scalar()));
    }

    /** {@code 1 - (1 - score)(n - 1) / (n - regressors - 1)}, the plain score while there are too few samples. */
    private Tensor adjusted(Tensor score, Tensor n) {
        Tensor freedom = n.minus(numRegressors + 1.0);
        Tensor enough = freedom.greaterThan(0);
        Tensor lowered = score.from(1).times(n.minus(1)).dividedBy(enough.select(freedom, n.like(1)));
        return enough.select(lowered.from(1), score);
    }

    @Override
    public String name() {
        return "r2_score";
    }
}
