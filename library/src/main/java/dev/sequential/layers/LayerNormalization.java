package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Normalized;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Ones;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers of mean 0 and variance 1 within each sample's vector, then scaled and moved:
 * {@code gamma · (x - mean)/√(variance + epsilon) + beta}, the variance being the biased one. Shape unchanged. Weights,
 * shaped like the axes: gamma, beta.
 *
 * <pre>{@code
 * LayerNormalization.of()
 * LayerNormalization.of(l -> l.axis(List.of(1, 2)).epsilon(1e-6))
 * }</pre>
 *
 * @param axis the axes that are normalised together; default the last
 * @param epsilon added to the variance; default 0.001
 * @param center whether beta is added; default true
 * @param scale whether gamma multiplies; default true
 * @param betaInitializer first values of beta; default zeros
 * @param gammaInitializer first values of gamma; default ones
 * @param betaRegularizer penalty on beta; default none
 * @param gammaRegularizer penalty on gamma; default none
 * @param betaConstraint applied to beta after each update; default none
 * @param gammaConstraint applied to gamma after each update; default none
 * @see <a href="https://keras.io/api/layers/normalization_layers/layer_normalization/">Keras: LayerNormalization</a>
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>
 */
@Config
public record LayerNormalization(
        List<Integer> axis,
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
    /** @throws IllegalArgumentException if there is no axis, epsilon is negative or an option is null */
    public LayerNormalization {
        axis = List.copyOf(axis);
        Check.that(!axis.isEmpty(), "axis of LayerNormalization must not be empty");
        Scaled.check(
                "LayerNormalization",
                epsilon,
                betaInitializer,
                gammaInitializer,
                betaRegularizer,
                gammaRegularizer,
                betaConstraint,
                gammaConstraint);
    }

    /** Over the last axis, with Keras's options. */
    public static LayerNormalization of() {
        return new LayerNormalization(
                List.of(-1),
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
    public static LayerNormalization of(Consumer<LayerNormalizationBuilder> options) {
        LayerNormalizationBuilder builder = LayerNormalizationBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        int[] axes = Norms.axes(axis, x);
        Tensor y = scaled(call, Norms.standardized(x, epsilon, axes), axes);
        boolean last = axes.length == 1 && axes[0] == x.rank() - 1;
        return last ? known(call, Normalized.Over.LAST, x, List.of(y)).get(0) : y;
    }
}
