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
 * A {@link Dense} layer over any axes: {@code activation(einsum(equation, x, kernel) + bias)}. The equation has a letter
 * for each axis of input, kernel and result; {@code ...} stands for axes that all stay.
 *
 * <p>Weights: kernel, shaped as its letters say; bias, shaped like the result's axes from the first of {@code biasAxes} on.
 *
 * <pre>{@code
 * EinsumDense.of("ab,bc->ac", 64)                                            // Dense.of(64)
 * EinsumDense.of("abc,cd->abd", e -> e.outputShape(Shape.of(-1, 64)).biasAxes("d"))
 * EinsumDense.of("...x,xy->...y", e -> e.outputShape(Shape.of(64)).biasAxes("y"))
 * }</pre>
 *
 * @param equation {@code input,kernel->result}
 * @param outputShape lengths of the result's axes after the batch, {@code -1} for those that are the input's; if the
 *     result begins with {@code ...}, of the lettered axes
 * @param activation applied to the sums; default none
 * @param biasAxes letters of the result's axes that have a bias each; default none, which means no bias
 * @param kernelInitializer first values of the kernel; default Glorot uniform
 * @param biasInitializer first values of the bias; default zeros
 * @param kernelRegularizer penalty on the kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @see <a href="https://keras.io/api/layers/core_layers/einsum_dense/">Keras: EinsumDense</a>
 */
@Config
public record EinsumDense(
        String equation,
        Shape outputShape,
        ActivationFunction activation,
        String biasAxes,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint)
        implements LayerSpec {
    /** @throws IllegalArgumentException if the equation is not one or an option is null */
    public EinsumDense {
        new EinsumLetters(equation);
        Check.notNull(outputShape, "outputShape of EinsumDense");
        Check.notNull(activation, "activation of EinsumDense");
        Check.notNull(biasAxes, "biasAxes of EinsumDense");
        Check.notNull(kernelInitializer, "kernelInitializer of EinsumDense");
        Check.notNull(biasInitializer, "biasInitializer of EinsumDense");
        Check.notNull(kernelRegularizer, "kernelRegularizer of EinsumDense");
        Check.notNull(biasRegularizer, "biasRegularizer of EinsumDense");
        Check.notNull(activityRegularizer, "activityRegularizer of EinsumDense");
        Check.notNull(kernelConstraint, "kernelConstraint of EinsumDense");
        Check.notNull(biasConstraint, "biasConstraint of EinsumDense");
    }

    /** A layer of this equation whose result has these lengths after the batch; {@code -1} for those of the input. */
    public static EinsumDense of(String equation, long... outputShape) {
        return new EinsumDense(
                equation,
                Shape.of(outputShape),
                Activations.LINEAR,
                "",
                GlorotUniform.of(),
                Zeros.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE);
    }

    /** A layer of this equation with options, of which outputShape is needed. */
    public static EinsumDense of(String equation, Consumer<EinsumDenseBuilder> options) {
        EinsumDenseBuilder builder = EinsumDenseBuilder.builder(of(equation));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor x) {
        EinsumLetters letters = new EinsumLetters(equation).expanded(x.shape());
        Shape kernelShape = letters.kernelShape(x.shape(), outputShape);
        Tensor kernel = call.weight("kernel", kernelShape, kernelInitializer, kernelRegularizer, kernelConstraint);
        Tensor y = Einsum.of(letters.equation(), x, kernel);
        if (!biasAxes.isEmpty()) {
            Shape biasShape = letters.biasShape(biasAxes, y.shape());
            y = y.plus(call.weight("bias", biasShape, biasInitializer, biasRegularizer, biasConstraint));
        }
        return call.penalized(activation.apply(y), activityRegularizer);
    }
}
