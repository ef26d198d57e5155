package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * For one-hot targets or distributions: {@code -Σ t ln p} over an axis. Where predictions come right out of a softmax, it is computed
 * from the softmax's input; other probabilities are divided by their sum and kept within [1e-7, 1 - 1e-7]. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param fromLogits whether predictions are scores before the softmax; default false
 * @param labelSmoothing how much of each target is spread over all classes, from 0 to 1; default 0
 * @param axis the axis that disappears; default -1, the last
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record CategoricalCrossentropy(boolean fromLogits, double labelSmoothing, int axis, Reduction reduction)
        implements Criterion {
    public CategoricalCrossentropy {
        Check.between(0, 1, labelSmoothing, "labelSmoothing");
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static CategoricalCrossentropy of() {
        return new CategoricalCrossentropy(false, 0, -1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static CategoricalCrossentropy of(Consumer<CategoricalCrossentropyBuilder> options) {
        CategoricalCrossentropyBuilder builder = CategoricalCrossentropyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = smooth(Targets.like(yPred, yTrue, name()), labelSmoothing);
        return y.times(Logits.logSoftmax(yPred, fromLogits, axis)).sum(axis).negate();
    }

    static Tensor smooth(Tensor y, double labelSmoothing) {
        return labelSmoothing == 0 ? y : y.affine(1 - labelSmoothing, labelSmoothing / y.dim(-1));
    }

    @Override
    public String name() {
        return "categorical_crossentropy";
    }
}
