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
 * Slides kernels over each channel of an image by itself: {@code y[p, c·m + i] = activation(Σ x[p·stride +
 * t·dilation, c] · kernel[t, c, i] + bias[c·m + i])}.
 *
 * <p>{@code (batch, height, width, channels) → (batch, new height, new width, channels · depthMultiplier)}; VALID
 * gives {@code ⌊(n - reach) / stride⌋ + 1} places on an axis of length n, reach being {@code (k - 1)·dilation + 1};
 * SAME gives {@code ⌈n / stride⌉}.
 * Weights: kernel {@code (kh, kw, channels, depthMultiplier)}, bias {@code (channels · depthMultiplier)}.
 *
 * <pre>{@code
 * DepthwiseConv2D.of(3, "relu")
 * DepthwiseConv2D.of(3, c -> c.activation(RELU).padding(SAME).strides(List.of(2)))
 * DepthwiseConv2D.of(List.of(3, 5), c -> c.useBias(false))
 * }</pre>
 *
 * @param kernelSize height and width of the kernel; one number stands for all
 * @param strides steps from one place of the kernel to the next, one for all axes or one for each; default 1
 * @param padding what the kernel meets at the borders; default VALID
 * @param dataFormat where the channels are; default last
 * @param dilationRate steps from one element of the kernel to the next; default 1; above 1 only with strides of 1
 * @param depthMultiplier number of results of each channel; default 1
 * @param activation applied to the sums; default none
 * @param useBias whether a bias is added; default true
 * @param depthwiseInitializer first values of the kernel; default Glorot uniform
 * @param biasInitializer first values of the bias; default zeros
 * @param depthwiseRegularizer penalty on the kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param depthwiseConstraint applied to the kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @see <a href="https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/">Keras: DepthwiseConv2D</a>
 */
@Config
public record DepthwiseConv2D(
        List<Integer> kernelSize,
        List<Integer> strides,
        Padding padding,
        DataFormat dataFormat,
        List<Integer> dilationRate,
        int depthMultiplier,
        ActivationFunction activation,
        boolean useBias,
        Initializer depthwiseInitializer,
        Initializer biasInitializer,
        Regularizer depthwiseRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint depthwiseConstraint,
        Constraint biasConstraint)
        implements DepthwiseConvolution {

    /**
     * @throws IllegalArgumentException if a size or the depthMultiplier is not 1 or more, strides and dilationRate are
     *     both above 1, or an option is null
     */
    public DepthwiseConv2D {
        Sliding sliding = sliding(kernelSize, strides, dilationRate, padding, dataFormat);
        kernelSize = sliding.size();
        strides = sliding.strides();
        dilationRate = sliding.dilation();
        Check.atLeast(1, depthMultiplier, "depthMultiplier of DepthwiseConv2D");
        Filtering.checkWeight(
                "DepthwiseConv2D", "depthwise", depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint);
        Filtering.checkWeight("DepthwiseConv2D", "bias", biasInitializer, biasRegularizer, biasConstraint);
        Filtering.checkResult("DepthwiseConv2D", activation, activityRegularizer);
    }

    /** Kernels of one size, without activation. */
    public static DepthwiseConv2D of(int kernelSize) {
        return of(List.of(kernelSize));
    }

    /** With an activation by Keras's name. */
    public static DepthwiseConv2D of(int kernelSize, String activation) {
        return of(kernelSize, c -> c.activation(Activations.of(activation)));
    }

    /** With options. */
    public static DepthwiseConv2D of(int kernelSize, Consumer<DepthwiseConv2DBuilder> options) {
        return of(List.of(kernelSize), options);
    }

    /** With a size for each axis, without activation. */
    public static DepthwiseConv2D of(List<Integer> kernelSize) {
        return new DepthwiseConv2D(
                kernelSize,
                List.of(1),
                Padding.VALID,
                DataFormat.CHANNELS_LAST,
                List.of(1),
                1,
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

    /** With a size for each axis and options. */
    public static DepthwiseConv2D of(List<Integer> kernelSize, Consumer<DepthwiseConv2DBuilder> options) {
        DepthwiseConv2DBuilder builder = DepthwiseConv2DBuilder.builder(of(kernelSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Sliding sliding() {
        return sliding(kernelSize, strides, dilationRate, padding, dataFormat);
    }

    private static Sliding sliding(
            List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding, DataFormat format) {
        return Sliding.of("DepthwiseConv2D", 2, "kernelSize", size, strides, dilation, padding, format);
    }
}
