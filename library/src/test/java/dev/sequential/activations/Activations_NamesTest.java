package dev.sequential.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.DType;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Type;
import org.junit.jupiter.api.Test;

class Activations_NamesTest {
    private static final Tensor X = Tensor.of(new Placeholder("x", new Type(Shape.of(4), DType.FLOAT32)));

    @Test
    void everyNameFindsAFunctionThatKnowsItsName() {
        for (String name : Activations.names()) {
            ActivationFunction function = Activations.of(name);
            assertThat(Activations.of(Activations.nameOf(function).orElseThrow()))
                    .isEqualTo(function);
            assertThat(Activations.nameOf(function)).contains(function.toString());
        }
    }

    @Test
    void otherOptionsAndLambdasHaveNoName() {
        assertThat(Activations.nameOf(Activations.leakyRelu(0.2))).contains("leaky_relu");
        assertThat(Activations.nameOf(Activations.leakyRelu(0.1))).isEmpty();
        assertThat(Activations.nameOf(x -> x.times(2))).isEmpty();
    }

    @Test
    void printsWithItsOptions() {
        assertThat(Activations.relu(r -> r.negativeSlope(0.1).maxValue(6)))
                .hasToString("relu(negativeSlope=0.1, maxValue=6.0, threshold=0.0)");
        assertThat(Activations.RELU).hasToString("relu");
        assertThat(Activations.softmax(1)).hasToString("softmax(axis=1)");
    }

    @Test
    void suggestsTheNearestName() {
        assertThatThrownBy(() -> Activations.of("rleu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown activation \"rleu\". Did you mean \"relu\"?\nKnown names: celu, elu, exponential, "
                        + "gelu, glu, hard_shrink, hard_sigmoid, hard_silu, hard_swish, hard_tanh, leaky_relu, linear, "
                        + "log_sigmoid, log_softmax, mish, relu, relu6, selu, sigmoid, silu, soft_shrink, softmax, "
                        + "softplus, softsign, sparse_plus, sparse_sigmoid, sparsemax, squareplus, swish, tanh, "
                        + "tanh_shrink");
    }

    @Test
    void softmaxOfAVectorIsRefused() {
        assertThatThrownBy(() -> Activations.SOFTMAX.apply(X))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("softmax expects at least two axes, the first of them samples, but received shape (4,)");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> Activations.relu(r -> r.negativeSlope(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negativeSlope of relu must be 0 or more, but received -1.0");
    }
}
