package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Settings;
import dev.sequential.engine.Shape;
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
 * One step of a {@link GRU}: {@code z, r = σ(x · kernel + h · recurrentKernel + biases); h = z·h + (1 - z)·tanh(x ·
 * kernel + bias + r·(h · recurrentKernel + bias))}.
 *
 * {@code (batch, features)} and the states → output and new states, each {@code (batch, units)}. States: one, the
 * last output. Weights: kernel {@code (features, 3·units)}, recurrent_kernel {@code (units, 3·units)}, bias {@code
 * (2, 3·units)}, or {@code (3·units)} if the reset gate acts before the product.
 *
 * <pre>{@code
 * RNN.of(GRUCell.of(8), GRUCell.of(4))   // two, one on the other
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
 * @param kernelConstraint applied to the kernel after each update; default none
 * @param recurrentConstraint applied to the recurrent kernel after each update; default none
 * @param biasConstraint applied to the bias after each update; default none
 * @param dropout share of the input set to 0 in training, the same at all steps, from 0 to 1; default 0
 * @param recurrentDropout share of the last output set to 0 for the gates in training, the same at all steps;
 * default 0
 * @param seed makes dropout independent of the model's seed; default none
 * @see <a href="https://keras.io/api/layers/recurrent_layers/gru/">Keras: GRU</a>
 */
@Config
public record GRUCell(
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
        Constraint kernelConstraint,
        Constraint recurrentConstraint,
        Constraint biasConstraint,
        double dropout,
        double recurrentDropout,
        OptionalLong seed)
        implements GatedCell {
    /** @throws IllegalArgumentException if units is below 1, a dropout is not from 0 to 1 or an option is null */
    public GRUCell {
        Check.notNull(activation, "activation of GRUCell");
        Check.notNull(recurrentActivation, "recurrentActivation of GRUCell");
        GatedCell.check(
                "GRUCell",
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
    public static GRUCell of(int units) {
        return new GRUCell(
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
    public static GRUCell of(int units, Consumer<GRUCellBuilder> options) {
        GRUCellBuilder builder = GRUCellBuilder.builder(of(units));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public int gates() {
        return 3;
    }

    @Override
    public Shape biasShape() {
        return resetAfter ? Shape.of(2, 3L * units) : Shape.of(3L * units);
    }

    @Override
    public Tensor inputBias(Tensor bias) {
        return resetAfter ? bias.slice(0, 0, 1).squeeze(0) : bias;
    }

    @Override
    public Optional<KnownLoop.Cell> known(Call call) {
        boolean usual = resetAfter && activation == Activations.TANH && recurrentActivation == Activations.SIGMOID;
        boolean whole = recurrentDropout == 0 || !call.training();
        return usual && whole ? Optional.of(KnownLoop.Cell.GRU) : Optional.empty();
    }

    @Override
    public List<Tensor> step(Call call, Tensor x, List<Tensor> states) {
        Tensor before = states.get(0);
        Tensor kernel = recurrentKernel(call);
        Tensor inner = recurrentProduct(call, before, resetAfter ? kernel : kernel.slice(1, 0, 2L * units));
        if (resetAfter && useBias) inner = inner.plus(bias(call).slice(0, 1, 2).squeeze(0));
        Tensor update = recurrentActivation.apply(gate(x, 0).plus(gate(inner, 0)));
        Tensor reset = recurrentActivation.apply(gate(x, 1).plus(gate(inner, 1)));
        Tensor recurrent =
                resetAfter ? reset.times(gate(inner, 2)) : recurrentProduct(call, reset.times(before), gate(kernel, 2));
        Tensor candidate = activation.apply(gate(x, 2).plus(recurrent));
        Tensor h = update.times(before).plus(update.from(1).times(candidate));
        return List.of(h, h);
    }

    @Override
    public String toString() {
        return Settings.text(this, of(1));
    }
}
