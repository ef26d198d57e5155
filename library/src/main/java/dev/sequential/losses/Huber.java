package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * Half the square of a small error, linear for a large one: {@code mean(e²/2 if |e| <= delta else delta |e| - delta²/2)} with
 * {@code e = p - t}, over the last axis (Huber, 1964). Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param delta where the square ends, above 0; default 1
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record Huber(double delta, Reduction reduction) implements Criterion {
    public Huber {
        Check.that(delta > 0, "delta of huber must be above 0, but received %s", delta);
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static Huber of() {
        return new Huber(1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static Huber of(Consumer<HuberBuilder> options) {
        HuberBuilder builder = HuberBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor e = yPred.minus(Targets.like(yPred, yTrue, name()));
        Tensor size = e.abs();
        Tensor square = e.square().times(0.5);
        Tensor line = size.affine(delta, -0.5 * delta * delta);
        return size.lessOrEqual(delta).select(square, line).mean(-1);
    }

    @Override
    public String name() {
        return "huber";
    }
}
