package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * For noisy class numbers: {@code (1 - p(t)^q) / q}, between the mean absolute error (q near 1) and the crossentropy (q near 0)
 * (Zhang and Sabuncu, 2018). Shapes: {@code (batch, …), (batch, …, classes) → (batch, …)}.
 *
 * @param q above 0 and below 1; default 0.5
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record CategoricalGeneralizedCrossEntropy(double q, Reduction reduction) implements Criterion {
    public CategoricalGeneralizedCrossEntropy {
        Check.that(q > 0 && q < 1, "q must be above 0 and below 1, but received %s", q);
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static CategoricalGeneralizedCrossEntropy of() {
        return new CategoricalGeneralizedCrossEntropy(0.5, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static CategoricalGeneralizedCrossEntropy of(Consumer<CategoricalGeneralizedCrossEntropyBuilder> options) {
        CategoricalGeneralizedCrossEntropyBuilder builder = CategoricalGeneralizedCrossEntropyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor oneHot = Targets.oneHot(Targets.classes(yPred, yTrue, -1, name()), yPred, -1);
        return yPred.times(oneHot).sum(-1).power(q).from(1).dividedBy(q);
    }

    @Override
    public String name() {
        return "categorical_generalized_cross_entropy";
    }
}
