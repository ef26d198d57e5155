package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * Categorical crossentropy that looks away from what is already right: {@code Σ alpha (1 - p)^gamma (-t ln p)} over an axis
 * (Lin et al., 2018). Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param alpha weight of every class; default 0.25
 * @param gamma how much easy samples are discounted, 0 or more; default 2
 * @param fromLogits whether predictions are scores before the softmax; default false
 * @param labelSmoothing how much of each target is spread over all classes, from 0 to 1; default 0
 * @param axis the axis that disappears; default -1, the last
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record CategoricalFocalCrossentropy(
        double alpha, double gamma, boolean fromLogits, double labelSmoothing, int axis, Reduction reduction)
        implements Criterion {
    public CategoricalFocalCrossentropy {
        Check.between(0, 1, labelSmoothing, "labelSmoothing");
        Check.notNegative(gamma, "gamma");
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static CategoricalFocalCrossentropy of() {
        return new CategoricalFocalCrossentropy(0.25, 2, false, 0, -1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static CategoricalFocalCrossentropy of(Consumer<CategoricalFocalCrossentropyBuilder> options) {
        CategoricalFocalCrossentropyBuilder builder = CategoricalFocalCrossentropyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = CategoricalCrossentropy.smooth(Targets.like(yPred, yTrue, name()), labelSmoothing);
        Tensor p = Logits.probabilities(fromLogits ? yPred.softmax(axis) : yPred, axis);
        Tensor factor = p.from(1).power(gamma).times(alpha);
        return factor.times(y.times(p.log())).sum(axis).negate();
    }

    @Override
    public String name() {
        return "categorical_focal_crossentropy";
    }
}
