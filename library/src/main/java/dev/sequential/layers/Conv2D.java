package dev.sequential.layers;

import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Config;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Slides small kernels over an image and gives at each place how well each fits: {@code y[p, f] = activation(Σ
 * x[p·stride + t·dilation, c] · kernel[t, c, f] + bias[f])}.
 *
 * <p>{@code (batch, height, width, channels) → (batch, new height, new width, filters)}; VALID gives {@code ⌊(n -
 * reach) / stride⌋ + 1} places on an axis of length n, reach being {@code (k - 1)·dilation + 1}; SAME gives {@code ⌈n
 * / stride⌉}.
 * Weights: kernel {@code (kh, kw, channels / groups, filters)}, bias {@code (filters)}.
 *
 * <pre>{@code
 * Conv2D.of(32, 3, "relu")
 * Conv2D.of(32, 3, c -> c.activation(RELU).padding(SAME).strides(List.of(2)))
 * Conv2D.of(32, List.of(3, 5), c -> c.useBias(false))
 * }</pre>
 *
 * @param filters number of channels of the result, 1 or more
 * @param kernelSize height and width of the kernel; one number stands for all
 * @param strides steps from one place of the kernel to the next, one for all axes or one for each; default 1
 * @param padding what the kernel meets at the borders; default VALID
 * @param dataFormat where the channels are; default last
 * @param dilationRate steps from one element of the kernel to the next; default 1; above 1 only with strides of 1
 * @param groups parts into which channels and filters are divided, each convolved apart; default 1
 * @param activation applied to the sums; default none
 * @param useBias whether a bias is added; default true
 * @param kernelInitializer first values of the kernel; default Glorot uniform
 * @param biasInitializer first values of the bias; default zeros
 * @param kernelRegularizer penalty on the kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the result, divided by the batch size; default none
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @see <a href="https://keras.io/api/layers/convolution_layers/convolution2d/">Keras: Conv2D</a>
 */
@Config
public record Conv2D(
        int filters,
        List<Integer> kernelSize,
        List<Integer> strides,
        Padding padding,
        DataFormat dataFormat,
        List<Integer> dilationRate,
        int groups,
        ActivationFunction activation,
        boolean useBias,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint)
        implements Convolution {

    /**
     * @throws IllegalArgumentException if filters or a size is not 1 or more, groups do not divide filters, strides
     *     and dilationRate are both above 1, or an option is null
     */
    public Conv2D {
        Sliding sliding = sliding(kernelSize, strides, dilationRate, padding, dataFormat);
        kernelSize = sliding.size();
        strides = sliding.strides();
        dilationRate = sliding.dilation();
        Convolution.checkFilters("Conv2D", filters, groups);
        Filtering.checkWeight("Conv2D", "kernel", kernelInitializer, kernelRegularizer, kernelConstraint);
        Filtering.checkWeight("Conv2D", "bias", biasInitializer, biasRegularizer, biasConstraint);
        Filtering.checkResult("Conv2D", activation, activityRegularizer);
    }

    /** As many filters of one size, without activation. */
    public static Conv2D of(int filters, int kernelSize) {
        return of(filters, List.of(kernelSize));
    }

    /** With an activation by Keras's name. */
    public static Conv2D of(int filters, int kernelSize, String activation) {
        return of(filters, kernelSize, c -> c.activation(Activations.of(activation)));
    }

    /** With options. */
    public static Conv2D of(int filters, int kernelSize, Consumer<Conv2DBuilder> options) {
        return of(filters, List.of(kernelSize), options);
    }

    /** With a size for each axis, without activation. */
    public static Conv2D of(int filters, List<Integer> kernelSize) {
        return new Conv2D(
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
                Zeros.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE);
    }

    /** With a size for each axis and options. */
    public static Conv2D of(int filters, List<Integer> kernelSize, Consumer<Conv2DBuilder> options) {
        Conv2DBuilder builder = Conv2DBuilder.builder(of(filters, kernelSize));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Sliding sliding() {
        return sliding(kernelSize, strides, dilationRate, padding, dataFormat);
    }

    private static Sliding sliding(
            List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding, DataFormat format) {
        return Sliding.of("Conv2D", 2, "kernelSize", size, strides, dilation, padding, format);
    }
}
