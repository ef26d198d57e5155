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
import java.util.function.Consumer;

/**
 * Filters each channel of a sequence by itself, then mixes channels at each place: far fewer weights than a full
 * convolution: {@code z[p, c·m + i] = Σ x[p·stride + t·dilation, c] · depthwiseKernel[t, c, i]} and {@code y =
 * activation(z · pointwiseKernel + bias)}.
 *
 * <p>{@code (batch, steps, channels) → (batch, new steps, filters)}; VALID gives {@code ⌊(n - reach) / stride⌋ + 1}
 * places on an axis of length n, reach being {@code (k - 1)·dilation + 1}; SAME gives {@code ⌈n / stride⌉}.
 * Weights: depthwise kernel {@code (k, channels, depthMultiplier)}, pointwise kernel {@code (1, channels ·
 * depthMultiplier, filters)}, bias {@code (filters)}.
 *
 * <pre>{@code
 * SeparableConv1D.of(32, 3, "relu")
 * SeparableConv1D.of(32, 3, c -> c.activation(RELU).padding(SAME).strides(List.of(2)))
 * }</pre>
 *
 * @param filters number of channels of the result, 1 or more
 * @param kernelSize steps of the kernel; one number
 * @param strides steps from one place of the kernel to the next; default 1
 * @param padding what the kernel meets at the borders; default VALID
 * @param dataFormat where the channels are; default last
 * @param dilationRate steps from one element of the kernel to the next; default 1; above 1 only with strides of 1
 * @param depthMultiplier number of results of each channel; default 1
 * @param activation applied to the sums; default none
 * @param useBias whether a bias is added; default true
 * @param depthwiseInitializer first values of the depthwise kernel; default Glorot uniform
 * @param pointwiseInitializer first values of the pointwise kernel; default Glorot uniform
 * @param biasInitializer first values of the bias; default zeros
 * @param depthwiseRegularizer penalty on the depthwise kernel; default none
 * @param pointwiseRegularizer penalty on the pointwise kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param depthwiseConstraint applied to the depthwise kernel after each update; default none
 * @param pointwiseConstraint applied to the pointwise kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @see <a href="https://keras.io/api/layers/convolution_layers/separable_convolution1d/">Keras: SeparableConv1D</a>
 */
@Config
public record SeparableConv1D(
        int filters,
        List<Integer> kernelSize,
        List<Integer> strides,
        Padding padding,
        DataFormat dataFormat,
        List<Integer> dilationRate,
        int depthMultiplier,
        ActivationFunction activation,
        boolean useBias,
        Initializer depthwiseInitializer,
        Initializer pointwiseInitializer,
        Initializer biasInitializer,
        Regularizer depthwiseRegularizer,
        Regularizer pointwiseRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint depthwiseConstraint,
        Constraint pointwiseConstraint,
        Constraint biasConstraint)
        implements SeparableConvolution {

    /**
     * @throws IllegalArgumentException if filters, a size or the depthMultiplier is not 1 or more, strides and
     *     dilationRate are both above 1, or an option is null
     */
    public SeparableConv1D {
        Sliding sliding = sliding(kernelSize, strides, dilationRate, padding, dataFormat);
        kernelSize = sliding.size();
        strides = sliding.strides();
        dilationRate = sliding.dilation();
        Check.atLeast(1, filters, "filters of SeparableConv1D");
        Check.atLeast(1, depthMultiplier, "depthMultiplier of SeparableConv1D");
        Filtering.checkWeight(
                "SeparableConv1D", "depthwise", depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint);
        Filtering.checkWeight(
                "SeparableConv1D", "pointwise", pointwiseInitializer, pointwiseRegularizer, pointwiseConstraint);
        Filtering.checkWeight("SeparableConv1D", "bias", biasInitializer, biasRegularizer, biasConstraint);
        Filtering.checkResult("SeparableConv1D", activation, activityRegularizer);
    }

    /** As many filters of one size, without activation. */
    public static SeparableConv1D of(int filters, int kernelSize) {
        return of(filters, List.of(kernelSize));
    }

    /** With an activation by Keras's name. */
    public static SeparableConv1D of(int filters, int kernelSize, String activation) {
        return of(filters, kernelSize, c -> c.activation(Activations.of(activation)));
    }

    /** With options. */
    public static SeparableConv1D of(int filters, int kernelSize, Consumer<SeparableConv1DBuilder> options) {
        return of(filters, List.of(kernelSize), options);
    }

    /** With the size as a list, without activation. */
    public static SeparableConv1D of(int filters, List<Integer> kernelSize) {
        return new SeparableConv1D(
                filters,
                kernelSize,
                List.of(1),
                Padding.VALID,
                DataFormat.CHANNELS_LAST,
                List.of(1),
                1,
                Activations.LINEAR,
                true,
                GlorotUniform.of(),
                GlorotUniform.of(),
                Zeros.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE,
                Constraint.NONE);
    }

    /** With the size as a list and options. */
    public static SeparableConv1D of(int filters, List<Integer> kernelSize, Consumer<SeparableConv1DBuilder> options) {
        SeparableConv1DBuilder builder = SeparableConv1DBuilder.builder(of(filters, kernelSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Sliding sliding() {
        return sliding(kernelSize, strides, dilationRate, padding, dataFormat);
    }

    private static Sliding sliding(
            List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding, DataFormat format) {
        return Sliding.of("SeparableConv1D", 1, "kernelSize", size, strides, dilation, padding, format);
    }
}
