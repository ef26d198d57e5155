package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Orthogonal;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One step of an {@link LSTM}: {@code i, f, c̃, o = x · kernel + bias + h · recurrentKernel; c = σ(f)·c +
 * σ(i)·tanh(c̃); h = σ(o)·tanh(c)}.
 *
 * {@code (batch, features)} and the states → output and new states, each {@code (batch, units)}. States: two, h
 * (the output) and c. Weights: kernel {@code (features, 4·units)}, recurrent_kernel {@code (units, 4·units)}, bias
 * {@code (4·units)}.
 *
 * <pre>{@code
 * RNN.of(LSTMCell.of(8), LSTMCell.of(4))   // two, one on the other
 * }</pre>
 *
 * @param units number of outputs, 1 or more
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
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param recurrentConstraint applied to the recurrent kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @param dropout share of the input set to 0 in training, the same at all steps, from 0 to 1; default 0
 * @param recurrentDropout share of the last output set to 0 for the gates in training, the same at all steps;
 * default 0
 * @param seed makes dropout independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/recurrent_layers/lstm/">Keras: LSTM</a>
 */
@Config
public record LSTMCell(
        int units,
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
        Constraint kernelConstraint,
        Constraint recurrentConstraint,
        Constraint biasConstraint,
        double dropout,
        double recurrentDropout,
        OptionalLong seed)
        implements GatedCell {
    /** @throws IllegalArgumentException if units is below 1, a dropout is not from 0 to 1 or an option is null */
    public LSTMCell {
        Check.notNull(activation, "activation of LSTMCell");
        Check.notNull(recurrentActivation, "recurrentActivation of LSTMCell");
        GatedCell.check(
                "LSTMCell",
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

    /** A cell of so many units. */
    public static LSTMCell of(int units) {
        return new LSTMCell(
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
                Constraint.NONE,
                Constraint.NONE,
                Constraint.NONE,
                0,
                0,
                OptionalLong.empty());
    }

    /** A cell of so many units with options. */
    public static LSTMCell of(int units, Consumer<LSTMCellBuilder> options) {
        LSTMCellBuilder builder = LSTMCellBuilder.builder(of(units));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public List<Integer> stateSizes() {
        return List.of(units, units);
    }

    @Override
    public Initializer firstBias() {
        return unitForgetBias ? LongShortTerm.remembering(biasInitializer, units) : biasInitializer;
    }

    @Override
    public Optional<KnownLoop.Cell> known(Call call) {
        boolean usual = activation == Activations.TANH && recurrentActivation == Activations.SIGMOID;
        boolean whole = recurrentDropout == 0 || !call.training();
        return usual && whole ? Optional.of(KnownLoop.Cell.LSTM) : Optional.empty();
    }

    @Override
    public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
        Tensor gates = x.plus(recurrentProduct(call, states.get(0), recurrentKernel(call)));
        return LongShortTerm.step(this, gates, states.get(1), activation, recurrentActivation);
    }

    @Override
    public String toString() {
        return Settings.text(this, of(1));
    }
}
