package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.RandomOp;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.Initializer;
import dev.sequential.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/**
 * What {@link SimpleRNNCell}, {@link LSTMCell} and {@link GRUCell} share: a product of the input and one of the last
 * output with the weights of all gates side by side, a bias and dropout on both. The output is the first state.
 */
sealed interface GatedCell extends Cell permits SimpleRNNCell, LSTMCell, GRUCell, ConvLSTMCell {
    int units();

    boolean useBias();

    Initializer kernelInitializer();

    Initializer recurrentInitializer();

    Initializer biasInitializer();

    Regularizer kernelRegularizer();

    Regularizer recurrentRegularizer();

    Regularizer biasRegularizer();

    Constraint kernelConstraint();

    Constraint recurrentConstraint();

    Constraint biasConstraint();

    double dropout();

    double recurrentDropout();

    OptionalLong seed();

    /** Number of blocks of {@code units} columns in each weight. */
    int gates();

    /** Refuses values that no cell or layer of this name takes. */
    static void check(
            String name,
            int units,
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
            OptionalLong seed) {
        Check.atLeast(1, units, "units of " + name);
        Check.notNull(kernelInitializer, "kernelInitializer of " + name);
        Check.notNull(recurrentInitializer, "recurrentInitializer of " + name);
        Check.notNull(biasInitializer, "biasInitializer of " + name);
        Check.notNull(kernelRegularizer, "kernelRegularizer of " + name);
        Check.notNull(recurrentRegularizer, "recurrentRegularizer of " + name);
        Check.notNull(biasRegularizer, "biasRegularizer of " + name);
        Check.notNull(kernelConstraint, "kernelConstraint of " + name);
        Check.notNull(recurrentConstraint, "recurrentConstraint of " + name);
        Check.notNull(biasConstraint, "biasConstraint of " + name);
        Check.between(0, 1, dropout, "dropout of " + name);
        Check.between(0, 1, recurrentDropout, "recurrentDropout of " + name);
        Check.notNull(seed, "seed of " + name);
    }

    @Override
    default List<Integer> stateSizes() {
        return List.of(units());
    }

    /** What a backend may know the loop over this cell as, when it is called so. */
    default Optional<KnownLoop.Cell> known(Call call) {
        return Optional.empty();
    }

    /** {@code x · kernel + bias} for all gates, with dropout on {@code x}. */
    @Override
    default Tensor prepare(Call call, Tensor x) {
        return projected(call, x, masks(call, x, dropout()));
    }

    /** {@code x · kernel + bias} for all gates; asks for every weight, in Keras's order. */
    default Tensor projected(Call call, Tensor x, List<Tensor> masks) {
        Tensor kernel = kernel(call, features(x));
        recurrentKernel(call);
        Tensor y = products(x, kernel, masks, this::inputProduct);
        return useBias() ? y.plus(inputBias(bias(call))) : y;
    }

    default Tensor kernel(Call call, long features) {
        return call.weight(
                "kernel", kernelShape(features), kernelInitializer(), kernelRegularizer(), kernelConstraint());
    }

    default Tensor recurrentKernel(Call call) {
        return call.weight(
                "recurrent_kernel",
                kernelShape(units()),
                recurrentInitializer(),
                recurrentRegularizer(),
                recurrentConstraint());
    }

    /** Numbers of an input at one place. */
    default long features(Tensor x) {
        return x.dim(-1);
    }

    default Shape kernelShape(long features) {
        return Shape.of(features, (long) gates() * units());
    }

    /** The product of the input, of one step or all, with columns of the kernel. */
    default Tensor inputProduct(Tensor x, Tensor columns) {
        return x.matmul(columns);
    }

    /** The product of the last output with columns of the recurrent kernel. */
    default Tensor outputProduct(Tensor h, Tensor columns) {
        return h.matmul(columns);
    }

    default Tensor bias(Call call) {
        return call.weight("bias", biasShape(), firstBias(), biasRegularizer(), biasConstraint());
    }

    default Shape biasShape() {
        return Shape.of((long) gates() * units());
    }

    /** First values of the bias. */
    default Initializer firstBias() {
        return biasInitializer();
    }

    /** The part of the bias that is added to the product of the input. */
    default Tensor inputBias(Tensor bias) {
        return bias;
    }

    /** {@code h · recurrentKernel} for the gates whose columns are given. */
    default Tensor recurrentProduct(Call call, Tensor h, Tensor columns) {
        return products(h, columns, masks(call, h, recurrentDropout()), this::outputProduct);
    }

    /** One block of columns of a tensor that has them side by side. */
    default Tensor gate(Tensor all, int gate) {
        return all.slice(-1, (long) gate * units(), (long) (gate + 1) * units());
    }

    private Tensor products(Tensor x, Tensor weights, List<Tensor> masks, BinaryOperator<Tensor> product) {
        if (masks.isEmpty()) return product.apply(x, weights);
        if (masks.size() == 1) return product.apply(x.times(masks.get(0)), weights);
        List<Tensor> blocks = new ArrayList<>();
        for (int g = 0; g < weights.dim(-1) / units(); g++) {
            blocks.add(product.apply(x.times(masks.get(g)), gate(weights, g)));
        }
        return blocks.get(0).concat(-1, blocks.subList(1, blocks.size()).toArray(Tensor[]::new));
    }

    /** One mask for all gates, or with recurrent dropout one for each. */
    default int masksOfOneKind() {
        return recurrentDropout() == 0 ? 1 : gates();
    }

    /** Dropout masks for one step, {@code (batch, …)}. A rate of 1 drops nothing, as in Keras. */
    default List<Tensor> masks(Call call, Tensor x, double rate) {
        List<Tensor> masks = new ArrayList<>();
        if (!call.training() || rate == 0 || rate == 1) return masks;
        Shape shape = x.shape().slice(-rank(), x.rank());
        for (int i = 0; i < masksOfOneKind(); i++) {
            masks.add(call.random(RandomOp.Kind.BERNOULLI, 1 - rate, 1 / (1 - rate), shape, seed()));
        }
        return masks;
    }
}
