package dev.sequential.layers;

import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Orthogonal;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * An {@link LSTM} of images of three axes: its products are convolutions, so that its states are images too. For
 * each step of time {@code i, f, c̃, o = x ∗ kernel + bias + h ∗ recurrentKernel; c = σ(f)·c + σ(i)·tanh(c̃); h =
 * σ(o)·tanh(c)}.
 *
 * {@code (batch, time, depth, height, width, channels) → (batch, new depth, new height, new width, filters)}, or
 * with {@code returnSequences} {@code (batch, time, new depth, new height, new width, filters)}; with {@code
 * returnState} the states h and c follow. Further inputs are the states to begin with. Weights: kernel {@code (kd,
 * kh, kw, channels, 4·filters)}, recurrent_kernel {@code (kd, kh, kw, filters, 4·filters)}, bias {@code
 * (4·filters)}.
 *
 * <pre>{@code
 * ConvLSTM3D.of(16, 3, c -> c.padding(SAME).returnSequences(true))
 * }</pre>
 *
 * @param filters number of channels of the result, 1 or more
 * @param kernelSize size of the kernels, both that of the input and that of the output; one number stands for all
 * @param strides steps from one place of the input's kernel to the next, one for all axes or one for each; default
 * 1
 * @param padding what the input's kernel meets at the borders, VALID or SAME; default VALID
 * @param dataFormat where the channels are; default last
 * @param dilationRate steps from one element of the input's kernel to the next; default 1; above 1 only with
 * strides of 1
 * @param activation applied to the candidate and to the state; default tanh
 * @param recurrentActivation applied to the gates; default sigmoid
 * @param useBias whether a bias is added; default true
 * @param unitForgetBias whether the forget gate's bias begins at 1, so that it remembers at first; default true
 * @param kernelInitializer first values of the kernel; default Glorot uniform
 * @param recurrentInitializer first values of the recurrent kernel; default orthogonal
 * @param biasInitializer first values of the bias; default zeros
 * @param kernelRegularizer penalty on the kernel; default none
 * @param recurrentRegularizer penalty on the recurrent kernel; default none
 * @param biasRegularizer penalty on the bias; default none
 * @param activityRegularizer penalty on the results, divided by the batch size; default none
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param recurrentConstraint applied to the recurrent kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @param dropout share of the input set to 0 in training, the same at all steps, from 0 to 1; default 0
 * @param recurrentDropout share of the last output set to 0 for the gates in training, the same at all steps;
 * default 0
 * @param seed makes dropout independent of the model's seed; default none
 * @param returnSequences whether the output of every step is the result, not only the last; default false
 * @param returnState whether the states after the last step are results too; default false
 * @param goBackwards whether the last step is done first; the outputs are in the order in which they were made;
 * default false
 * @param stateful whether a batch begins with the states the batch before it left, row by row; default false
 * @param unroll accepted for files; changes no number here; default false
 * @param zeroOutputForMask whether a masked step gives zeros, not the output of the step before; default false
 * @see <a href="https://arxiv.org/abs/1506.04214">Shi et al. 2015</a>
 * @see <a href="https://keras.io/api/layers/recurrent_layers/conv_lstm3d/">Keras: ConvLSTM3D</a>
 */
@Config
public record ConvLSTM3D(
        int filters,
        List<Integer> kernelSize,
        List<Integer> strides,
        Padding padding,
        DataFormat dataFormat,
        List<Integer> dilationRate,
        ActivationFunction activation,
        ActivationFunction recurrentActivation,
        boolean useBias,
        boolean unitForgetBias,
        Initializer kernelInitializer,
        Initializer recurrentInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer recurrentRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint recurrentConstraint,
        Constraint biasConstraint,
        double dropout,
        double recurrentDropout,
        OptionalLong seed,
        boolean returnSequences,
        boolean returnState,
        boolean goBackwards,
        boolean stateful,
        boolean unroll,
        boolean zeroOutputForMask)
        implements ConvLSTM {
    /**
     * @throws IllegalArgumentException if filters or a size is below 1, strides and dilationRate are both above 1, a
     *     dropout is not from 0 to 1 or an option is null
     */
    public ConvLSTM3D {
        Sliding sliding = sliding(kernelSize, strides, dilationRate, padding, dataFormat);
        kernelSize = sliding.size();
        strides = sliding.strides();
        dilationRate = sliding.dilation();
        Check.atLeast(1, filters, "filters of ConvLSTM3D");
        Check.notNull(activation, "activation of ConvLSTM3D");
        Check.notNull(recurrentActivation, "recurrentActivation of ConvLSTM3D");
        Check.notNull(activityRegularizer, "activityRegularizer of ConvLSTM3D");
        GatedCell.check(
                "ConvLSTM3D",
                filters,
                kernelInitializer,
                recurrentInitializer,
                biasInitializer,
                kernelRegularizer,
                recurrentRegularizer,
                biasRegularizer,
                kernelConstraint,
                recurrentConstraint,
                biasConstraint,
                dropout,
                recurrentDropout,
                seed);
    }

    /** As many filters of one size. */
    public static ConvLSTM3D of(int filters, int kernelSize) {
        return of(filters, List.of(kernelSize));
    }

    /** With options. */
    public static ConvLSTM3D of(int filters, int kernelSize, Consumer<ConvLSTM3DBuilder> options) {
        return of(filters, List.of(kernelSize), options);
    }

    /** With a size for each axis. */
    public static ConvLSTM3D of(int filters, List<Integer> kernelSize) {
        return new ConvLSTM3D(
                filters,
                kernelSize,
                List.of(1),
                Padding.VALID,
                DataFormat.CHANNELS_LAST,
                List.of(1),
                Activations.TANH,
                Activations.SIGMOID,
                true,
                true,
                GlorotUniform.of(),
                Orthogonal.of(),
                Zeros.of(),
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Regularizer.NONE,
                Constraint.NONE,
                Constraint.NONE,
                Constraint.NONE,
                0,
                0,
                OptionalLong.empty(),
                false,
                false,
                false,
                false,
                false,
                false);
    }

    /** With a size for each axis and options. */
    public static ConvLSTM3D of(int filters, List<Integer> kernelSize, Consumer<ConvLSTM3DBuilder> options) {
        return of(filters, kernelSize).with(options);
    }

    private ConvLSTM3D with(Consumer<ConvLSTM3DBuilder> options) {
        ConvLSTM3DBuilder builder = ConvLSTM3DBuilder.builder(this);
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Sliding sliding() {
        return sliding(kernelSize, strides, dilationRate, padding, dataFormat);
    }

    private static Sliding sliding(
            List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding, DataFormat format) {
        return Sliding.of("ConvLSTM3D", 3, "kernelSize", size, strides, dilation, padding, format);
    }

    @Override
    public ConvLSTM3D reversed() {
        return with(b -> b.goBackwards(!goBackwards));
    }

    @Override
    public ConvLSTM3D zeroingMasked() {
        return with(b -> b.zeroOutputForMask(returnSequences));
    }

    @Override
    public String toString() {
        return Settings.text(this, of(1, 1));
    }
}
