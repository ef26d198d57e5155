package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * Squared differences: {@code mean((t - p)²)} over the last axis. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record MeanSquaredError(Reduction reduction) implements Criterion {
    public MeanSquaredError {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static MeanSquaredError of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static MeanSquaredError of(Reduction reduction) {
        return new MeanSquaredError(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return Targets.like(yPred, yTrue, name()).minus(yPred).square().mean(-1);
    }

    @Override
    public String name() {
        return "mean_squared_error";
    }
}
