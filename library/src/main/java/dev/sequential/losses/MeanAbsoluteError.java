package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * Absolute differences: {@code mean(|t - p|)} over the last axis. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record MeanAbsoluteError(Reduction reduction) implements Criterion {
    public MeanAbsoluteError {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static MeanAbsoluteError of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static MeanAbsoluteError of(Reduction reduction) {
        return new MeanAbsoluteError(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return Targets.like(yPred, yTrue, name()).minus(yPred).abs().mean(-1);
    }

    @Override
    public String name() {
        return "mean_absolute_error";
    }
}
