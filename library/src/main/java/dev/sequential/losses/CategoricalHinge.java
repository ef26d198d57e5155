package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * Maximum margin for one-hot targets: {@code max(max((1 - t) p) - Σ t p + 1, 0)} over the last axis. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record CategoricalHinge(Reduction reduction) implements Criterion {
    public CategoricalHinge {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static CategoricalHinge of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static CategoricalHinge of(Reduction reduction) {
        return new CategoricalHinge(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        Tensor right = y.times(yPred).sum(-1);
        Tensor wrong = y.from(1).times(yPred).max(-1);
        return wrong.minus(right).plus(1).maximum(0);
    }

    @Override
    public String name() {
        return "categorical_hinge";
    }
}
