package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Overlap of two masks with a price for each kind of mistake: {@code 1 - Σ t p / (Σ t p + alpha Σ t (1 - p) + beta Σ p (1 - t) + 1e-7)}
 * (Salehi et al., 2017). Shapes: {@code (batch, …), (batch, …)} to what the axes leave, a single number by default.
 *
 * @param alpha price of what is missed; default 0.5
 * @param beta price of what is found by mistake; default 0.5
 * @param axis the axes that are summed; all by default (an empty list)
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record Tversky(double alpha, double beta, List<Integer> axis, Reduction reduction) implements Criterion {
    public Tversky {
        axis = List.copyOf(axis);
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static Tversky of() {
        return new Tversky(0.5, 0.5, List.of(), Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static Tversky of(Consumer<TverskyBuilder> options) {
        TverskyBuilder builder = TverskyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        int[] axes = axis.stream().mapToInt(Integer::intValue).toArray();
        Tensor both = y.times(yPred).sum(axes);
        Tensor missed = y.times(yPred.from(1)).sum(axes).times(alpha);
        Tensor wrong = yPred.times(y.from(1)).sum(axes).times(beta);
        return both.dividedBy(both.plus(missed).plus(wrong).plus(Safe.EPSILON)).from(1);
    }

    @Override
    public String name() {
        return "tversky";
    }
}
