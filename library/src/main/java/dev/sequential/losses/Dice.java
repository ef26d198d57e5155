package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Overlap of two masks: {@code 1 - 2 Σ t p / (Σ t + Σ p + 1e-7)}. Shapes: {@code (batch, …), (batch, …)} to what the axes leave, a single
 * number by default.
 *
 * @param axis the axes that are summed; all by default (an empty list)
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record Dice(List<Integer> axis, Reduction reduction) implements Criterion {
    public Dice {
        axis = List.copyOf(axis);
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static Dice of() {
        return new Dice(List.of(), Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static Dice of(Consumer<DiceBuilder> options) {
        DiceBuilder builder = DiceBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        int[] axes = axis.stream().mapToInt(Integer::intValue).toArray();
        Tensor both = y.times(yPred).sum(axes);
        Tensor total = y.sum(axes).plus(yPred.sum(axes)).plus(Safe.EPSILON);
        return both.times(2).dividedBy(total).from(1);
    }

    @Override
    public String name() {
        return "dice";
    }
}
