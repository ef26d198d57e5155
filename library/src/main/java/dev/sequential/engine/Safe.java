package dev.sequential.engine;

/** Arithmetic that stays finite where plain arithmetic does not, with the numbers Keras uses for it. */
public final class Safe {
    /** Keras's {@code epsilon()}: the small number that keeps logarithms and divisions finite. */
    public static final double EPSILON = 1e-7;

    private Safe() {}

    /** {@code x / y}, 0 where y is 0. */
    public static Tensor divide(Tensor x, Tensor y) {
        Tensor none = y.equalTo(0);
        Tensor quotient = x.dividedBy(y.plus(none));
        return none.select(quotient.like(0), quotient);
    }

    /** The first operand's L2 length along some axes (all if none are named), which stay with length 1. */
    public static Tensor norm(Tensor x, int... axes) {
        return x.square().fold(Reduce.Kind.SUM, true, axes).sqrt();
    }
}
