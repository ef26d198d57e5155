package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;

/**
 * How far the predicted distribution is from the target distribution: {@code Σ t ln(t / p)} over the last axis, both kept within [1e-7, 1] (Kullback and Leibler, 1951). Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record KLDivergence(Reduction reduction) implements Criterion {
    public KLDivergence {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static KLDivergence of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static KLDivergence of(Reduction reduction) {
        return new KLDivergence(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor t = Targets.like(yPred, yTrue, name()).clip(Safe.EPSILON, 1);
        Tensor p = yPred.clip(Safe.EPSILON, 1);
        return t.times(t.dividedBy(p).log()).sum(-1);
    }

    @Override
    public String name() {
        return "kl_divergence";
    }
}
