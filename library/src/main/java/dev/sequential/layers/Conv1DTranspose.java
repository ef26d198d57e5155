package dev.sequential.layers;

import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The transpose of a convolution of a sequence, to make inputs larger again: each input spreads a kernel over the
 * result: {@code y[p·stride + t·dilation, f] += x[p, c] · kernel[t, f, c]}, then bias and activation.
 *
 * <p>{@code (batch, steps, channels) → (batch, new steps, filters)}; VALID gives {@code (n - 1)·stride + max(reach,
 * stride)} places on an axis of length n, reach being {@code (k - 1)·dilation + 1}; SAME gives {@code n·stride}.
 * Weights: kernel {@code (k, filters, channels)}, bias {@code (filters)}.
 *
 * <pre>{@code
 * Conv1DTranspose.of(32, 3, "relu")
 * Conv1DTranspose.of(32, 3, c -> c.activation(RELU).padding(SAME).strides(List.of(2)))
 * }</pre>
 *
 * @param filters number of channels of the result, 1 or more
 * @param kernelSize steps of the kernel; one number
 * @param strides steps from one place of the kernel to the next; default 1
 * @param padding what the kernel meets at the borders; default VALID
 * @param outputPadding how much longer the result is than the kernel's reach demands; default none: what makes it
 *     Keras's length
 * @param dataFormat where the channels are; default last
 * @param dilationRate steps from one element of the kernel to the next; default 1; above 1 only with strides of 1
 * @param activation applied to the sums; default none
 * @param useBias whether a bias is added; default true
 * @param kernelInitializer first values of the kernel; default Glorot uniform
 * @param biasInitializer first values of the bias; default zeros
 * @param kernelRegularizer penalty on the kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @see <a href="https://keras.io/api/layers/convolution_layers/convolution1d_transpose/">Keras: Conv1DTranspose</a>
 */
@Config
public record Conv1DTranspose(
        int filters,
        List<Integer> kernelSize,
        List<Integer> strides,
        Padding padding,
        Optional<List<Integer>> outputPadding,
        DataFormat dataFormat,
        List<Integer> dilationRate,
        ActivationFunction activation,
        boolean useBias,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint)
        implements TransposedConvolution {

    /**
     * @throws IllegalArgumentException if filters or a size is not 1 or more, strides and dilationRate are both above
     *     1, or an option is null
     */
    public Conv1DTranspose {
        Sliding sliding = sliding(kernelSize, strides, dilationRate, padding, dataFormat);
        kernelSize = sliding.size();
        strides = sliding.strides();
        dilationRate = sliding.dilation();
        Check.atLeast(1, filters, "filters of Conv1DTranspose");
        outputPadding = TransposedConvolution.eachOutputPadding("Conv1DTranspose", 1, outputPadding);
        Filtering.checkWeight("Conv1DTranspose", "kernel", kernelInitializer, kernelRegularizer, kernelConstraint);
        Filtering.checkWeight("Conv1DTranspose", "bias", biasInitializer, biasRegularizer, biasConstraint);
        Filtering.checkResult("Conv1DTranspose", activation, activityRegularizer);
    }

    /** As many filters of one size, without activation. */
    public static Conv1DTranspose of(int filters, int kernelSize) {
        return of(filters, List.of(kernelSize));
    }

    /** With an activation by Keras's name. */
    public static Conv1DTranspose of(int filters, int kernelSize, String activation) {
        return of(filters, kernelSize, c -> c.activation(Activations.of(activation)));
    }

    /** With options. */
    public static Conv1DTranspose of(int filters, int kernelSize, Consumer<Conv1DTransposeBuilder> options) {
        return of(filters, List.of(kernelSize), options);
    }

    /** With the size as a list, without activation. */
    public static Conv1DTranspose of(int filters, List<Integer> kernelSize) {
        return new Conv1DTranspose(
                filters,
                kernelSize,
                List.of(1),
                Padding.VALID,
                Optional.empty(),
                DataFormat.CHANNELS_LAST,
                List.of(1),
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

    /** With the size as a list and options. */
    public static Conv1DTranspose of(int filters, List<Integer> kernelSize, Consumer<Conv1DTransposeBuilder> options) {
        Conv1DTransposeBuilder builder = Conv1DTransposeBuilder.builder(of(filters, kernelSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Sliding sliding() {
        return sliding(kernelSize, strides, dilationRate, padding, dataFormat);
    }

    private static Sliding sliding(
            List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding, DataFormat format) {
        return Sliding.of("Conv1DTranspose", 1, "kernelSize", size, strides, dilation, padding, format);
    }
}
