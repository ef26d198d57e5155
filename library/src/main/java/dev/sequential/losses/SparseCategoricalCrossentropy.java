package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Tensor;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Categorical crossentropy for class numbers: {@code -ln p(t)}. Predictions are treated as {@link CategoricalCrossentropy} does. Shapes:
 * {@code (batch, …), (batch, …, classes) → (batch, …)}; targets may have a last axis of length 1.
 *
 * @param fromLogits whether predictions are scores before the softmax; default false
 * @param ignoreClass a class number, such as -1 or 255, whose samples count neither in the sum nor in the mean; none by default
 * @param axis the axis of the classes; default -1, the last
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record SparseCategoricalCrossentropy(boolean fromLogits, OptionalInt ignoreClass, int axis, Reduction reduction)
        implements Criterion {
    public SparseCategoricalCrossentropy {
        Check.notNull(ignoreClass, "ignoreClass");
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static SparseCategoricalCrossentropy of() {
        return new SparseCategoricalCrossentropy(false, OptionalInt.empty(), -1, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static SparseCategoricalCrossentropy of(Consumer<SparseCategoricalCrossentropyBuilder> options) {
        SparseCategoricalCrossentropyBuilder builder = SparseCategoricalCrossentropyBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Tensor classes = Targets.classes(yPred, yTrue, axis, name());
        if (ignoreClass.isEmpty()) return crossentropy(classes, yPred);
        Tensor counts = classes.notEqualTo(ignoreClass.getAsInt());
        Tensor values = crossentropy(classes.times(counts), yPred);
        return counts.select(values, values.like(0));
    }

    private Tensor crossentropy(Tensor classes, Tensor yPred) {
        Tensor oneHot = Targets.oneHot(classes, yPred, axis);
        return oneHot.times(Logits.logSoftmax(yPred, fromLogits, axis))
                .sum(axis)
                .negate();
    }

    @Override
    public Tensor mask(Tensor yTrue, Tensor values) {
        return ignoreClass.isEmpty() ? null : yTrue.notEqualTo(ignoreClass.getAsInt());
    }

    @Override
    public String name() {
        return "sparse_categorical_crossentropy";
    }
}
