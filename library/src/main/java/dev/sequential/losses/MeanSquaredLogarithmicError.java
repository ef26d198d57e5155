package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;

/**
 * Squared differences of logarithms: {@code mean((ln(1 + t) - ln(1 + p))²)} over the last axis; numbers below 1e-7 count as 1e-7. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record MeanSquaredLogarithmicError(Reduction reduction) implements Criterion {
    public MeanSquaredLogarithmicError {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static MeanSquaredLogarithmicError of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static MeanSquaredLogarithmicError of(Reduction reduction) {
        return new MeanSquaredLogarithmicError(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        return logarithm(yPred).minus(logarithm(y)).square().mean(-1);
    }

    private static Tensor logarithm(Tensor x) {
        return x.maximum(Safe.EPSILON).plus(1).log();
    }

    @Override
    public String name() {
        return "mean_squared_logarithmic_error";
    }
}
