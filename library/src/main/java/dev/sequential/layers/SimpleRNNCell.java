package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.GlorotUniform;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Orthogonal;
import dev.sequential.initializers.Zeros;
import dev.sequential.regularizers.Regularizer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One step of a {@link SimpleRNN}: {@code h = activation(x · kernel + bias + h · recurrentKernel)}.
 *
 * {@code (batch, features)} and the states → output and new states, each {@code (batch, units)}. States: one, the
 * last output. Weights: kernel {@code (features, units)}, recurrent_kernel {@code (units, units)}, bias {@code
 * (units)}.
 *
 * <pre>{@code
 * RNN.of(SimpleRNNCell.of(8), SimpleRNNCell.of(4))   // two, one on the other
 * }</pre>
 *
 * @param units number of outputs, 1 or more
 * @param activation applied to each step; default tanh
 * @param useBias whether a bias is added; default true
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
 * @see <a href="https://keras.io/api/layers/recurrent_layers/simple_rnn/">Keras: SimpleRNN</a>
 */
@Config
public record SimpleRNNCell(
        int units,
        ActivationFunction activation,
        boolean useBias,
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
    public SimpleRNNCell {
        Check.notNull(activation, "activation of SimpleRNNCell");
        GatedCell.check(
                "SimpleRNNCell",
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
    public static SimpleRNNCell of(int units) {
        return new SimpleRNNCell(
                units,
                Activations.TANH,
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
    public static SimpleRNNCell of(int units, Consumer<SimpleRNNCellBuilder> options) {
        SimpleRNNCellBuilder builder = SimpleRNNCellBuilder.builder(of(units));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public int gates() {
        return 1;
    }

    @Override
    public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
        Tensor h = activation.apply(x.plus(recurrentProduct(call, states.get(0), recurrentKernel(call))));
        return List.of(h, h);
    }

    @Override
    public String toString() {
        return Settings.text(this, of(1));
    }
}
