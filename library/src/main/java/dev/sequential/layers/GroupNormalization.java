package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Ones;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.function.Consumer;

/**
 * Numbers of mean 0 and variance 1 within each group of channels of a sample, all places together, then scaled and
 * moved: {@code gamma · (x - mean)/√(variance + epsilon) + beta}. Shape unchanged. Weights, as long as the axis: gamma,
 * beta.
 *
 * <pre>{@code
 * GroupNormalization.of(8)
 * GroupNormalization.of(-1)      // each channel by itself: instance normalisation
 * }</pre>
 *
 * @param groups number of groups, which divides the number of channels; -1 for as many as channels; default 32
 * @param axis the axis of the channels; default the last
 * @param epsilon added to the variance; default 0.001
 * @param center whether beta is added; default true
 * @param scale whether gamma multiplies; default true
 * @param betaInitializer first values of beta; default zeros
 * @param gammaInitializer first values of gamma; default ones
 * @param betaRegularizer penalty on beta; default none
 * @param gammaRegularizer penalty on gamma; default none
 * @param betaConstraint applied to beta after each update; default none
 * @param gammaConstraint applied to gamma after each update; default none
 * @see <a href="https://keras.io/api/layers/normalization_layers/group_normalization/">Keras: GroupNormalization</a>
 * @see <a href="https://arxiv.org/abs/1803.08494">Wu and He 2018</a>
 */
@Config
public record GroupNormalization(
        int groups,
        int axis,
        double epsilon,
        boolean center,
        boolean scale,
        Initializer betaInitializer,
        Initializer gammaInitializer,
        Regularizer betaRegularizer,
        Regularizer gammaRegularizer,
        Constraint betaConstraint,
        Constraint gammaConstraint)
        implements Scaled {
    /** @throws IllegalArgumentException if groups is neither -1 nor positive, epsilon is negative or an option is null */
    public GroupNormalization {
        Check.that(
                groups >= 1 || groups == -1,
                "groups of GroupNormalization must be 1 or more, or -1 for one a channel, but received %d",
                groups);
        Scaled.check(
                "GroupNormalization",
                epsilon,
                betaInitializer,
                gammaInitializer,
                betaRegularizer,
                gammaRegularizer,
                betaConstraint,
                gammaConstraint);
    }

    /** With 32 groups. */
    public static GroupNormalization of() {
        return of(32);
    }

    /** With so many groups. */
    public static GroupNormalization of(int groups) {
        return new GroupNormalization(
                groups,
                -1,
                1e-3,
                true,
                true,
                Zeros.of(),
                Ones.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE);
    }

    /** With options. */
    public static GroupNormalization of(Consumer<GroupNormalizationBuilder> options) {
        GroupNormalizationBuilder builder = GroupNormalizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        int at = x.shape().axis(axis);
        long channels = x.dim(at);
        Check.that(
                at > 0 && channels != Shape.UNKNOWN,
                "GroupNormalization needs to know the length of axis %d, which is not the batch, but received shape %s",
                axis,
                x.shape());
        long parts = groups == -1 ? channels : groups;
        Check.that(
                parts <= channels && channels % parts == 0,
                "GroupNormalization of %d groups expects channels that they divide, but received shape %s with %d along axis"
                        + " %d. Choose groups that divide them.",
                parts,
                x.shape(),
                channels,
                axis);
        Shape grouped = x.shape().withDim(at, channels / parts).inserted(at, parts);
        Tensor y = x.reshape(grouped);
        Tensor normalized = Norms.standardized(y, epsilon, Norms.others(y, 0, at));
        return scaled(call, normalized.reshape(x.shape()), at);
    }
}
