package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * Binary crossentropy that looks away from what is already right: {@code mean((1 - q)^gamma (-ln q))} over an axis, q being the
 * probability given to the right answer (Lin et al., 2018). Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}.
 *
 * @param applyClassBalancing whether a target of 1 is weighted with alpha and one of 0 with {@code 1 - alpha}; default false
 * @param alpha weight of the targets of 1, from 0 to 1; default 0.25
 * @param gamma how much easy samples are discounted, 0 or more; default 2
 * @param fromLogits whether predictions are scores before the sigmoid; default false
 * @param labelSmoothing how much of each target is spread over both answers, from 0 to 1; default 0
 * @param axis the axis that disappears; default -1, the last
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record BinaryFocalCrossentropy(
        boolean applyClassBalancing,
        double alpha,
        double gamma,
        boolean fromLogits,
        double labelSmoothing,
        int axis,
        Reduction reduction)
        implements Criterion {
    public BinaryFocalCrossentropy {
        Check.between(0, 1, labelSmoothing, "labelSmoothing");
        Check.between(0, 1, alpha, "alpha");
        Check.notNegative(gamma, "gamma");
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static BinaryFocalCrossentropy of() {
        return new BinaryFocalCrossentropy(false, 0.25, 2, false, 0, -1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static BinaryFocalCrossentropy of(Consumer<BinaryFocalCrossentropyBuilder> options) {
        BinaryFocalCrossentropyBuilder builder = BinaryFocalCrossentropyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor y = Targets.like(yPred, yTrue, name()).affine(1 - labelSmoothing, labelSmoothing / 2);
        Tensor p = fromLogits ? yPred.sigmoid() : yPred;
        Tensor right = y.times(p).plus(y.from(1).times(p.from(1)));
        Tensor focal = right.from(1).power(gamma).times(Logits.binaryCrossentropy(y, p, false));
        if (applyClassBalancing) focal = focal.times(y.affine(2 * alpha - 1, 1 - alpha));
        return focal.mean(axis);
    }

    @Override
    public String name() {
        return "binary_focal_crossentropy";
    }
}
