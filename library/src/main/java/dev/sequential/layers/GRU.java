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
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Gated recurrent unit: like {@link LSTM} with two gates and without a state of its own. For each step of time
 * {@code z, r = σ(x · kernel + h · recurrentKernel + biases); h = z·h + (1 - z)·tanh(x · kernel + bias + r·(h ·
 * recurrentKernel + bias))}.
 *
 * {@code (batch, time, features) → (batch, units)}, or with {@code returnSequences} {@code (batch, time, units)};
 * with {@code returnState} the states follow, {@code (batch, units)} each: one, the last output. Further inputs are
 * the states to begin with. A masked step changes nothing and repeats the output before it. Weights: kernel {@code
 * (features, 3·units)}, recurrent_kernel {@code (units, 3·units)}, bias {@code (2, 3·units)}, or {@code (3·units)}
 * if the reset gate acts before the product.
 *
 * <pre>{@code
 * GRU.of(128)
 * GRU.of(128, g -> g.returnSequences(true).resetAfter(false))
 * }</pre>
 *
 * @param units number of outputs, 1 or more
 * @param activation applied to the candidate; default tanh
 * @param recurrentActivation applied to the gates; default sigmoid
 * @param useBias whether a bias is added; default true
 * @param resetAfter whether the reset gate acts after the product with the last output, not before; default true
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
 * @see <a href="https://arxiv.org/abs/1406.1078">Cho et al. 2014</a>
 * @see <a href="https://keras.io/api/layers/recurrent_layers/gru/">Keras: GRU</a>
 */
@Config
public record GRU(
        int units,
        ActivationFunction activation,
        ActivationFunction recurrentActivation,
        boolean useBias,
        boolean resetAfter,
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
        implements Recurrent {
    /** @throws IllegalArgumentException if units is below 1, a dropout is not from 0 to 1 or an option is null */
    public GRU {
        Check.notNull(activation, "activation of GRU");
        Check.notNull(recurrentActivation, "recurrentActivation of GRU");
        Check.notNull(activityRegularizer, "activityRegularizer of GRU");
        GatedCell.check(
                "GRU",
                units,
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

    /** A layer of so many units. */
    public static GRU of(int units) {
        return new GRU(
                units,
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

    /** A layer of so many units with options. */
    public static GRU of(int units, Consumer<GRUBuilder> options) {
        return of(units).with(options);
    }

    private GRU with(Consumer<GRUBuilder> options) {
        GRUBuilder builder = GRUBuilder.builder(this);
        options.accept(builder);
        return builder.build();
    }

    @Override
    public GRUCell cell() {
        return new GRUCell(
                units,
                activation,
                recurrentActivation,
                useBias,
                resetAfter,
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

    @Override
    public GRU reversed() {
        return with(b -> b.goBackwards(!goBackwards));
    }

    @Override
    public GRU zeroingMasked() {
        return with(b -> b.zeroOutputForMask(returnSequences));
    }

    @Override
    public String toString() {
        return Settings.text(this, of(1));
    }
}
