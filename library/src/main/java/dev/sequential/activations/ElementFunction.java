package dev.sequential.activations;

import dev.sequential.engine.Tensor;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The functions of one number that have no options. Where a function has a kink its slope there is the one JAX takes,
 * as Keras on JAX does.
 */
enum ElementFunction implements ActivationFunction {
    LINEAR(x -> x),
    EXPONENTIAL(Tensor::exp),
    TANH(Tensor::tanh),
    SIGMOID(Tensor::sigmoid),
    SOFTPLUS(Tensor::softplus),
    SOFTSIGN(x -> x.dividedBy(x.abs().plus(1))),
    LOG_SIGMOID(x -> x.negate().softplus().negate()),
    SILU(x -> x.times(x.sigmoid())),
    MISH(x -> x.times(x.softplus().tanh())),
    RELU6(ElementFunction::relu6),
    HARD_SIGMOID(ElementFunction::hardSigmoid),
    HARD_SILU(x -> x.times(hardSigmoid(x))),
    HARD_TANH(x -> {
        Tensor inside = x.greaterOrEqual(-1).times(x.lessOrEqual(1));
        return inside.select(x, x.clip(-1, 1).detach());
    }),
    TANH_SHRINK(x -> x.minus(x.tanh())),
    SPARSE_SIGMOID(x -> x.plus(1).clip(0, 2).times(0.5)),
    SPARSE_PLUS(x -> {
        Tensor curve = x.plus(1).square().times(0.25);
        Tensor right = x.greaterOrEqual(1).select(x, curve);
        return x.greaterThan(-1).select(right, x.like(0));
    }),
    SELU(x -> new Elu(1.6732632423543772).apply(x).times(1.0507009873554805));

    private final UnaryOperator<Tensor> function;

    ElementFunction(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    @Override
    public Tensor apply(Tensor x) {
        return function.apply(x);
    }

    private static Tensor relu6(Tensor x) {
        Tensor inside = x.greaterThan(0).times(x.lessThan(6));
        return inside.select(x, x.clip(0, 6).detach());
    }

    private static Tensor hardSigmoid(Tensor x) {
        return relu6(x.plus(3)).times(1 / 6.0);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
