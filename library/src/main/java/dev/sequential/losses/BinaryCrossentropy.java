package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * For yes-or-no targets: {@code mean(-t ln p - (1 - t) ln(1 - p))} over an axis. Where predictions come right out of a sigmoid, it
 * is computed from the sigmoid's input; other probabilities are kept within [1e-7, 1 - 1e-7]. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param fromLogits whether predictions are scores before the sigmoid; default false
 * @param labelSmoothing how much of each target is spread over both answers, from 0 to 1; default 0
 * @param axis the axis that disappears; default -1, the last
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record BinaryCrossentropy(boolean fromLogits, double labelSmoothing, int axis, Reduction reduction)
        implements Criterion {
    public BinaryCrossentropy {
        Check.between(0, 1, labelSmoothing, "labelSmoothing");
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static BinaryCrossentropy of() {
        return new BinaryCrossentropy(false, 0, -1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static BinaryCrossentropy of(Consumer<BinaryCrossentropyBuilder> options) {
        BinaryCrossentropyBuilder builder = BinaryCrossentropyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name());
        Tensor smooth = y.affine(1 - labelSmoothing, labelSmoothing / 2);
        return Logits.binaryCrossentropy(smooth, yPred, fromLogits).mean(axis);
    }

    @Override
    public String name() {
        return "binary_crossentropy";
    }
}
