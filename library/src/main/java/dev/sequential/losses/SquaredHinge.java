package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * Squared maximum margin: {@code mean(max(1 - t p, 0)²)} over the last axis, for targets -1 and 1; a batch whose targets are all 0 or 1 is mapped to these. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record SquaredHinge(Reduction reduction) implements Criterion {
    public SquaredHinge {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static SquaredHinge of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static SquaredHinge of(Reduction reduction) {
        return new SquaredHinge(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return Margins.of(yTrue, yPred, name()).square().mean(-1);
    }

    @Override
    public String name() {
        return "squared_hinge";
    }
}
