package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;

/**
 * For counts: {@code mean(p - t ln(p + 1e-7))} over the last axis. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record Poisson(Reduction reduction) implements Criterion {
    public Poisson {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static Poisson of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static Poisson of(Reduction reduction) {
        return new Poisson(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        return yPred.minus(y.times(yPred.plus(Safe.EPSILON).log())).mean(-1);
    }

    @Override
    public String name() {
        return "poisson";
    }
}
