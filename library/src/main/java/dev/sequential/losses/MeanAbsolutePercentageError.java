package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;

/**
 * Differences in percent of the target: {@code 100 mean(|t - p| / max(|t|, 1e-7))} over the last axis; targets of 0 make it huge. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record MeanAbsolutePercentageError(Reduction reduction) implements Criterion {
    public MeanAbsolutePercentageError {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static MeanAbsolutePercentageError of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static MeanAbsolutePercentageError of(Reduction reduction) {
        return new MeanAbsolutePercentageError(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        Tensor relative = y.minus(yPred).dividedBy(y.abs().maximum(Safe.EPSILON));
        return relative.abs().mean(-1).times(100);
    }

    @Override
    public String name() {
        return "mean_absolute_percentage_error";
    }
}
