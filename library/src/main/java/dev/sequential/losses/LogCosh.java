package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * Nearly half the square of a small error, nearly the absolute of a large one: {@code mean(ln cosh(p - t))} over the last axis. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
public record LogCosh(Reduction reduction) implements Criterion {
    public LogCosh {
        Check.notNull(reduction, "reduction");
    }

    /** With the default reduction. */
    public static LogCosh of() {
        return of(Reduction.SUM_OVER_BATCH_SIZE);
    }

    public static LogCosh of(Reduction reduction) {
        return new LogCosh(reduction);
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor e = yPred.minus(Targets.like(yPred, yTrue, name()));
        return e.plus(e.times(-2).softplus()).minus(Math.log(2)).mean(-1);
    }

    @Override
    public String name() {
        return "log_cosh";
    }
}
