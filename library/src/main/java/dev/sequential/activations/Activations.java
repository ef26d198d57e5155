package dev.sequential.activations;

import dev.sequential.engine.Registry;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keras's activation functions: as constants to be imported statically, by name, and with options.
 *
 * <pre>{@code
 * Dense.of(64, d -> d.activation(RELU));
 * Dense.of(64, "relu");
 * Dense.of(64, d -> d.activation(leakyRelu(0.1)));
 * }</pre>
 */
public final class Activations {
    /** {@code x}. */
    public static final ActivationFunction LINEAR = ElementFunction.LINEAR;

    /** {@code max(x, 0)}; with options see {@link #relu}. */
    public static final ActivationFunction RELU = new Relu(0, OptionalDouble.empty(), 0);

    /** {@code min(max(x, 0), 6)}. */
    public static final ActivationFunction RELU6 = ElementFunction.RELU6;

    /** {@code x} where {@code x >= 0}, else {@code 0.2 x}. */
    public static final ActivationFunction LEAKY_RELU = new LeakyRelu(0.2);

    /** {@code x} where {@code x > 0}, else {@code e^x - 1}. */
    public static final ActivationFunction ELU = new Elu(1);

    /** {@code 1.0507 elu(x)} with alpha 1.6733, which keeps mean and variance (Klambauer et al., 2017). */
    public static final ActivationFunction SELU = ElementFunction.SELU;

    /** {@code max(x, 0) + e^min(x, 0) - 1}. */
    public static final ActivationFunction CELU = new Celu(1);

    /** {@code x Φ(x)}, Φ being the normal distribution. */
    public static final ActivationFunction GELU = new Gelu(false);

    /** {@link #GELU} by the tanh formula: {@code x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))}. */
    public static final ActivationFunction GELU_APPROXIMATE = new Gelu(true);

    /** {@code x σ(x)}, also called swish. */
    public static final ActivationFunction SILU = ElementFunction.SILU;

    /** {@link #SILU} under its other name. */
    public static final ActivationFunction SWISH = SILU;

    /** {@code x tanh(ln(1 + e^x))}. */
    public static final ActivationFunction MISH = ElementFunction.MISH;

    /** {@code tanh(x)}. */
    public static final ActivationFunction TANH = ElementFunction.TANH;

    /** {@code 1 / (1 + e^-x)}. */
    public static final ActivationFunction SIGMOID = ElementFunction.SIGMOID;

    /** {@code e^x}. */
    public static final ActivationFunction EXPONENTIAL = ElementFunction.EXPONENTIAL;

    /** {@code e^x / Σ e^x} along the last axis; other axes by {@link #softmax}. */
    public static final ActivationFunction SOFTMAX = softmax(-1);

    /** {@code x - ln Σ e^x} along the last axis; other axes by {@link #logSoftmax}. */
    public static final ActivationFunction LOG_SOFTMAX = logSoftmax(-1);

    /** {@code max(x - τ, 0)}, many of them 0, along the last axis as Keras 3 computes it; other axes by {@link #sparsemax}. */
    public static final ActivationFunction SPARSEMAX = sparsemax(-1);

    /** First half times sigmoid of the second half, along the last axis; other axes by {@link #glu}. */
    public static final ActivationFunction GLU = glu(-1);

    /** {@code ln(1 + e^x)}. */
    public static final ActivationFunction SOFTPLUS = ElementFunction.SOFTPLUS;

    /** {@code x / (1 + |x|)}. */
    public static final ActivationFunction SOFTSIGN = ElementFunction.SOFTSIGN;

    /** {@code ln(1 / (1 + e^-x))}. */
    public static final ActivationFunction LOG_SIGMOID = ElementFunction.LOG_SIGMOID;

    /** {@code x/6 + 1/2} within [0, 1]. */
    public static final ActivationFunction HARD_SIGMOID = ElementFunction.HARD_SIGMOID;

    /** {@code x hard_sigmoid(x)}, also called hard swish. */
    public static final ActivationFunction HARD_SILU = ElementFunction.HARD_SILU;

    /** {@link #HARD_SILU} under its other name. */
    public static final ActivationFunction HARD_SWISH = HARD_SILU;

    /** {@code x} within [-1, 1]. */
    public static final ActivationFunction HARD_TANH = ElementFunction.HARD_TANH;

    /** {@code x - tanh(x)}. */
    public static final ActivationFunction TANH_SHRINK = ElementFunction.TANH_SHRINK;

    /** {@code x} moved by 0.5 towards 0, 0 from -0.5 to 0.5. */
    public static final ActivationFunction SOFT_SHRINK = new SoftShrink(0.5);

    /** {@code x}, 0 from -0.5 to 0.5. */
    public static final ActivationFunction HARD_SHRINK = new HardShrink(0.5);

    /** {@code (x + √(x² + 4)) / 2}. */
    public static final ActivationFunction SQUAREPLUS = new Squareplus(4);

    /** 0 below -1, {@code (x + 1)²/4} up to 1, {@code x} above. */
    public static final ActivationFunction SPARSE_PLUS = ElementFunction.SPARSE_PLUS;

    /** {@code (x + 1)/2} within [0, 1]. */
    public static final ActivationFunction SPARSE_SIGMOID = ElementFunction.SPARSE_SIGMOID;

    private static final Registry<ActivationFunction> NAMES = new Registry<ActivationFunction>("activation")
            .add(LINEAR, "linear")
            .add(RELU, "relu")
            .add(RELU6, "relu6")
            .add(LEAKY_RELU, "leaky_relu")
            .add(ELU, "elu")
            .add(SELU, "selu")
            .add(CELU, "celu")
            .add(GELU, "gelu")
            .add(SILU, "silu", "swish")
            .add(MISH, "mish")
            .add(TANH, "tanh")
            .add(SIGMOID, "sigmoid")
            .add(EXPONENTIAL, "exponential")
            .add(SOFTMAX, "softmax")
            .add(LOG_SOFTMAX, "log_softmax")
            .add(SPARSEMAX, "sparsemax")
            .add(GLU, "glu")
            .add(SOFTPLUS, "softplus")
            .add(SOFTSIGN, "softsign")
            .add(LOG_SIGMOID, "log_sigmoid")
            .add(HARD_SIGMOID, "hard_sigmoid")
            .add(HARD_SILU, "hard_silu", "hard_swish")
            .add(HARD_TANH, "hard_tanh")
            .add(TANH_SHRINK, "tanh_shrink")
            .add(SOFT_SHRINK, "soft_shrink")
            .add(HARD_SHRINK, "hard_shrink")
            .add(SQUAREPLUS, "squareplus")
            .add(SPARSE_PLUS, "sparse_plus")
            .add(SPARSE_SIGMOID, "sparse_sigmoid");

    private Activations() {}

    /**
     * The function Keras calls by this name, with its default options.
     *
     * @throws IllegalArgumentException if the name is not known; the message says the nearest
     */
    public static ActivationFunction of(String name) {
        return NAMES.of(name);
    }

    /** Keras's name of a function; none for a lambda or for other than the default options. */
    public static Optional<String> nameOf(ActivationFunction function) {
        return NAMES.nameOf(function);
    }

    /** All names that {@link #of} knows. */
    public static Set<String> names() {
        return NAMES.names();
    }

    /** A rectifier with options: {@code relu(r -> r.negativeSlope(0.1).maxValue(6))}. */
    public static ActivationFunction relu(Consumer<ReluBuilder> options) {
        ReluBuilder builder = ReluBuilder.builder((Relu) RELU);
        options.accept(builder);
        return builder.build();
    }

    /** {@code x} where {@code x >= 0}, else {@code negativeSlope * x}; the slope is 0 or more. */
    public static ActivationFunction leakyRelu(double negativeSlope) {
        return new LeakyRelu(negativeSlope);
    }

    /** {@code x} where {@code x > 0}, else {@code alpha * (e^x - 1)}. */
    public static ActivationFunction elu(double alpha) {
        return new Elu(alpha);
    }

    /** {@code max(x, 0) + alpha * (e^(min(x, 0) / alpha) - 1)}; alpha is not 0. */
    public static ActivationFunction celu(double alpha) {
        return new Celu(alpha);
    }

    /** {@code e^x / Σ e^x} along an axis. */
    public static ActivationFunction softmax(int axis) {
        return new AxisFunction(AxisFunction.Kind.SOFTMAX, axis);
    }

    /** {@code x - ln Σ e^x} along an axis. */
    public static ActivationFunction logSoftmax(int axis) {
        return new AxisFunction(AxisFunction.Kind.LOG_SOFTMAX, axis);
    }

    /** {@code max(x - τ, 0)}, many of them 0, along an axis of known length, as Keras 3 computes it. */
    public static ActivationFunction sparsemax(int axis) {
        return new AxisFunction(AxisFunction.Kind.SPARSEMAX, axis);
    }

    /** First half times sigmoid of the second half along an axis, whose length is halved. */
    public static ActivationFunction glu(int axis) {
        return new AxisFunction(AxisFunction.Kind.GLU, axis);
    }

    /** {@code x} moved by the threshold towards 0, 0 nearer than that. */
    public static ActivationFunction softShrink(double threshold) {
        return new SoftShrink(threshold);
    }

    /** {@code x}, 0 where {@code |x| <= threshold}. */
    public static ActivationFunction hardShrink(double threshold) {
        return new HardShrink(threshold);
    }

    /** {@code (x + √(x² + b)) / 2}. */
    public static ActivationFunction squareplus(double b) {
        return new Squareplus(b);
    }

    /** {@code x} where {@code x > threshold}, else {@code defaultValue}. */
    public static ActivationFunction threshold(double threshold, double defaultValue) {
        return new Threshold(threshold, defaultValue);
    }
}
