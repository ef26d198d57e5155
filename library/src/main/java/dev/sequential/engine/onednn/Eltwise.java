package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.Unary;
import java.util.List;

/** A function as oneDNN's {@code eltwise} computes it: an algorithm with two parameters. */
record Eltwise(int algorithm, float alpha, float beta) {
    private static final Eltwise RECIPROCAL = new Eltwise(dnnl_eltwise_pow, 1, -1);

    /** {@code x} where positive, else {@code 0*(e^x - 1) + 0}, which is NaN where x is: then the loss shows it. */
    private static final List<Eltwise> RELU = List.of(new Eltwise(dnnl_eltwise_elu, 0, 0), linear(1, 0));

    /**
     * {@code x} where positive, else {@code x} times the smallest number there is, which flushes to 0 and is NaN where x is:
     * much quicker than {@link #RELU}, which counts where nothing waits for memory. It makes NaN of -∞, which a product is only
     * where it has overflowed.
     */
    private static final List<Eltwise> RELU_OF_PRODUCT =
            List.of(new Eltwise(dnnl_eltwise_relu, Float.MIN_VALUE, 0), linear(1, 0));

    /** {@code a*x + b}. */
    static Eltwise linear(double a, double b) {
        return new Eltwise(dnnl_eltwise_linear, (float) a, (float) b);
    }

    /** {@code a/x}. */
    static Eltwise quotient(double a) {
        return new Eltwise(dnnl_eltwise_pow, (float) a, -1);
    }

    /** Whether this is a multiplication by a number. */
    boolean isFactor() {
        return algorithm == dnnl_eltwise_linear && beta == 0;
    }

    /** Whether a factor of the result can become part of this: {@code a*x + b} and {@code a/x}. */
    boolean takesFactor() {
        return algorithm == dnnl_eltwise_linear || algorithm == dnnl_eltwise_pow && beta == -1;
    }

    private static Eltwise plain(int algorithm) {
        return new Eltwise(algorithm, 0, 0);
    }

    /**
     * The functions that make a {@link Unary} one after the other, or {@code null} if oneDNN lacks it. Its logarithms, and
     * so its softplus, are good to six digits only, and its exponential, clip and relu make numbers of NaN.
     */
    static List<Eltwise> of(Unary op) {
        return switch (op.kind()) {
            case AFFINE -> List.of(linear(op.a(), op.b()));
            case ABS -> List.of(plain(dnnl_eltwise_abs));
            case SQRT -> List.of(plain(dnnl_eltwise_sqrt));
            case RSQRT -> List.of(plain(dnnl_eltwise_sqrt), RECIPROCAL);
            case SQUARE -> List.of(plain(dnnl_eltwise_square));
            case RECIPROCAL -> List.of(RECIPROCAL);
            case TANH -> List.of(plain(dnnl_eltwise_tanh));
            case SIGMOID -> List.of(plain(dnnl_eltwise_logistic));
            case RELU -> RELU;
            case ROUND -> List.of(plain(dnnl_eltwise_round));
            case POWER -> power(op.a());
            default -> null;
        };
    }

    /** As {@link #of}, for what is done to a product before it is written. */
    static List<Eltwise> ofProduct(Unary op) {
        return op.kind() == Unary.Kind.RELU ? RELU_OF_PRODUCT : of(op);
    }

    private static List<Eltwise> power(double a) {
        if (a == 1) return List.of();
        if (a == 2) return List.of(plain(dnnl_eltwise_square));
        if (a == 0.5) return List.of(plain(dnnl_eltwise_sqrt));
        if (a == -0.5) return List.of(plain(dnnl_eltwise_sqrt), RECIPROCAL);
        if (a == -1) return List.of(RECIPROCAL);
        return null; // one call of powf for each element: no faster than a loop
    }
}
