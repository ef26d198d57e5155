package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.function.Consumer;

/**
 * Every output is a weighted sum of all inputs: {@code activation(x · kernel + bias)}.
 *
 * <p>{@code (batch, …, features) → (batch, …, units)}. Weights: kernel {@code (features, units)}, bias {@code (units)}.
 *
 * <pre>{@code
 * Dense.of(64, "relu")
 * Dense.of(10, d -> d.activation(SOFTMAX).useBias(false))
 * }</pre>
 *
 * @param units number of outputs, 1 or more
 * @param activation applied to the sums; default none
 * @param useBias whether a bias is added; default true
 * @param kernelInitializer first values of the kernel; default Glorot uniform
 * @param biasInitializer first values of the bias; default zeros
 * @param kernelRegularizer penalty on the kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @see <a href="https://keras.io/api/layers/core_layers/dense/">Keras: Dense</a>
 */
@Config
public record Dense(
        int units,
        ActivationFunction activation,
        boolean useBias,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint)
        implements LayerSpec {

    /** @throws IllegalArgumentException if units is below 1 or an option is null */
    public Dense {
        Check.atLeast(1, units, "units of Dense");
        Check.notNull(activation, "activation of Dense");
        Check.notNull(kernelInitializer, "kernelInitializer of Dense");
        Check.notNull(biasInitializer, "biasInitializer of Dense");
        Check.notNull(kernelRegularizer, "kernelRegularizer of Dense");
        Check.notNull(biasRegularizer, "biasRegularizer of Dense");
        Check.notNull(activityRegularizer, "activityRegularizer of Dense");
        Check.notNull(kernelConstraint, "kernelConstraint of Dense");
        Check.notNull(biasConstraint, "biasConstraint of Dense");
    }

    /** A layer of so many units without activation. */
    public static Dense of(int units) {
        return new Dense(
                units,
                Activations.LINEAR,
                true,
                GlorotUniform.of(),
                Zeros.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE);
    }

    /** A layer of so many units with an activation by Keras's name. */
    public static Dense of(int units, String activation) {
        return of(units, d -> d.activation(Activations.of(activation)));
    }

    /** A layer of so many units with options. */
    public static Dense of(int units, Consumer<DenseBuilder> options) {
        DenseBuilder builder = DenseBuilder.builder(of(units));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        Check.that(x.rank() >= 2, "Dense expects shape (batch, …, features), but received %s", x.shape());
        Shape shape = Shape.of(x.dim(-1), units);
        Tensor y = x.matmul(call.weight("kernel", shape, kernelInitializer, kernelRegularizer, kernelConstraint));
        if (useBias) {
            y = y.plus(call.weight("bias", Shape.of(units), biasInitializer, biasRegularizer, biasConstraint));
        }
        return call.penalized(activation.apply(y), activityRegularizer);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }
}
