package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rectifier that learns its slopes: {@code x} where {@code x > 0}, else {@code alpha * x}. Shape unchanged. Weight:
 * alpha, shaped like a sample with length 1 at shared axes.
 *
 * <pre>{@code
 * PReLU.of()
 * PReLU.of(p -> p.sharedAxes(List.of(1, 2)))   // one slope a channel of an image
 * }</pre>
 *
 * @param alphaInitializer first slopes; default zeros
 * @param alphaRegularizer penalty on the slopes; default none
 * @param alphaConstraint applied to the slopes after each update; default none
 * @param sharedAxes axes along which the slope is the same, counted from 1, the batch left out; default none
 * @see <a href="https://keras.io/api/layers/activation_layers/prelu/">Keras: PReLU</a>
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>
 */
@Config
public record PReLU(
        Initializer alphaInitializer,
        Regularizer alphaRegularizer,
        Constraint alphaConstraint,
        List<Integer> sharedAxes)
        implements LayerSpec {
    /** @throws IllegalArgumentException if an option is null or an axis is below 1 */
    public PReLU {
        Check.notNull(alphaInitializer, "alphaInitializer of PReLU");
        Check.notNull(alphaRegularizer, "alphaRegularizer of PReLU");
        Check.notNull(alphaConstraint, "alphaConstraint of PReLU");
        sharedAxes = List.copyOf(sharedAxes);
        for (int axis : sharedAxes) Check.atLeast(1, axis, "sharedAxes of PReLU");
    }

    /** A slope for each number of a sample. */
    public static PReLU of() {
        return new PReLU(Zeros.of(), Regularizer.NONE, Constraint.NONE, List.of());
    }

    /** With options. */
    public static PReLU of(Consumer<PReLUBuilder> options) {
        PReLUBuilder builder = PReLUBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Shape shape = x.shape().slice(1, x.rank());
        for (int axis : sharedAxes) {
            Check.that(axis < x.rank(), "PReLU shares axes %s, but received shape %s", sharedAxes, x.shape());
            shape = shape.withDim(axis - 1, 1);
        }
        Tensor alpha = call.weight("alpha", shape, alphaInitializer, alphaRegularizer, alphaConstraint);
        return x.relu().minus(alpha.times(x.negate().relu()));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
