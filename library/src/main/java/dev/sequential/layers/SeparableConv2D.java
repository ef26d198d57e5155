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
 * Filters each channel of an image by itself, then mixes channels at each place: far fewer weights than a full
 * convolution: {@code z[p, c·m + i] = Σ x[p·stride + t·dilation, c] · depthwiseKernel[t, c, i]} and {@code y =
 * activation(z · pointwiseKernel + bias)}.
 *
 * <p>{@code (batch, height, width, channels) → (batch, new height, new width, filters)}; VALID gives {@code ⌊(n -
 * reach) / stride⌋ + 1} places on an axis of length n, reach being {@code (k - 1)·dilation + 1}; SAME gives {@code ⌈n
 * / stride⌉}.
 * Weights: depthwise kernel {@code (kh, kw, channels, depthMultiplier)}, pointwise kernel {@code (1, 1, channels ·
 * depthMultiplier, filters)}, bias {@code (filters)}.
 *
 * <pre>{@code
 * SeparableConv2D.of(32, 3, "relu")
 * SeparableConv2D.of(32, 3, c -> c.activation(RELU).padding(SAME).strides(List.of(2)))
 * SeparableConv2D.of(32, List.of(3, 5), c -> c.useBias(false))
 * }</pre>
 *
 * @param filters number of channels of the result, 1 or more
 * @param kernelSize height and width of the kernel; one number stands for all
 * @param strides steps from one place of the kernel to the next, one for all axes or one for each; default 1
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
 * @see <a href="https://keras.io/api/layers/convolution_layers/separable_convolution2d/">Keras: SeparableConv2D</a>
 */
@Config
public record SeparableConv2D(
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
    public SeparableConv2D {
        Sliding sliding = sliding(kernelSize, strides, dilationRate, padding, dataFormat);
        kernelSize = sliding.size();
        strides = sliding.strides();
        dilationRate = sliding.dilation();
        Check.atLeast(1, filters, "filters of SeparableConv2D");
        Check.atLeast(1, depthMultiplier, "depthMultiplier of SeparableConv2D");
        Filtering.checkWeight(
                "SeparableConv2D", "depthwise", depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint);
        Filtering.checkWeight(
                "SeparableConv2D", "pointwise", pointwiseInitializer, pointwiseRegularizer, pointwiseConstraint);
        Filtering.checkWeight("SeparableConv2D", "bias", biasInitializer, biasRegularizer, biasConstraint);
        Filtering.checkResult("SeparableConv2D", activation, activityRegularizer);
    }

    /** As many filters of one size, without activation. */
    public static SeparableConv2D of(int filters, int kernelSize) {
        return of(filters, List.of(kernelSize));
    }

    /** With an activation by Keras's name. */
    public static SeparableConv2D of(int filters, int kernelSize, String activation) {
        return of(filters, kernelSize, c -> c.activation(Activations.of(activation)));
    }

    /** With options. */
    public static SeparableConv2D of(int filters, int kernelSize, Consumer<SeparableConv2DBuilder> options) {
        return of(filters, List.of(kernelSize), options);
    }

    /** With a size for each axis, without activation. */
    public static SeparableConv2D of(int filters, List<Integer> kernelSize) {
        return new SeparableConv2D(
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

    /** With a size for each axis and options. */
    public static SeparableConv2D of(int filters, List<Integer> kernelSize, Consumer<SeparableConv2DBuilder> options) {
        SeparableConv2DBuilder builder = SeparableConv2DBuilder.builder(of(filters, kernelSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Sliding sliding() {
        return sliding(kernelSize, strides, dilationRate, padding, dataFormat);
    }

    private static Sliding sliding(
            List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding, DataFormat format) {
        return Sliding.of("SeparableConv2D", 2, "kernelSize", size, strides, dilation, padding, format);
    }
}
