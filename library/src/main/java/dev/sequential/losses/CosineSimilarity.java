package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;

/**
 * Negative cosine of the angle between target and prediction: {@code -Σ t p / (‖t‖ ‖p‖)} along an axis; -1 is best, 0 where
 * one of them is 0. Shapes: {@code (batch, …, units), (batch, …, units) → (batch, …)}. The metric of the same name has the opposite sign.
 *
 * @param axis the axis that disappears; default -1, the last
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record CosineSimilarity(int axis, Reduction reduction) implements Criterion {
    public CosineSimilarity {

        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static CosineSimilarity of() {
        return new CosineSimilarity(-1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static CosineSimilarity of(Consumer<CosineSimilarityBuilder> options) {
        CosineSimilarityBuilder builder = CosineSimilarityBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        return cosine(yTrue, yPred, axis, name()).negate();
    }

    /** The cosine along an axis. */
    public static Tensor cosine(Tensor yTrue, Tensor yPred, int axis, String name) {
        Tensor t = unit(Targets.like(yPred, yTrue, name), axis);
        return t.times(unit(yPred, axis)).sum(axis);
    }

    private static Tensor unit(Tensor x, int axis) {
        Tensor square = x.square().fold(Reduce.Kind.SUM, true, axis);
        return x.times(square.rsqrt().minimum(1 / Safe.EPSILON));
    }

    @Override
    public String name() {
        return "cosine_similarity";
    }
}
