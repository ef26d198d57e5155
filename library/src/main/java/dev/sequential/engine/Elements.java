package dev.sequential.engine;

/**
 * What a {@link Tensor} offers element by element: arithmetic, functions and comparisons. Operands are repeated along
 * axes of length 1 as NumPy does; shapes are checked at once.
 */
public abstract sealed class Elements permits Tensor {
    Elements() {}

    private Tensor self() {
        return (Tensor) this;
    }

    // Arithmetic

    public Tensor plus(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.ADD), self(), other);
    }

    public Tensor plus(double number) {
        return number == 0 ? self() : affine(1, number);
    }

    public Tensor minus(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.SUBTRACT), self(), other);
    }

    public Tensor minus(double number) {
        return plus(-number);
    }

    public Tensor times(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.MULTIPLY), self(), other);
    }

    public Tensor times(double number) {
        return number == 1 ? self() : affine(number, 0);
    }

    public Tensor dividedBy(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.DIVIDE), self(), other);
    }

    public Tensor dividedBy(double number) {
        return times(1 / number);
    }

    /** {@code scale*x + offset}. */
    public Tensor affine(double scale, double offset) {
        return Tensor.of(new Unary(Unary.Kind.AFFINE, scale, offset), self());
    }

    public Tensor negate() {
        return times(-1);
    }

    /** {@code number - x}. */
    public Tensor from(double number) {
        return affine(-1, number);
    }

    public Tensor maximum(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.MAXIMUM), self(), other);
    }

    public Tensor maximum(double number) {
        return maximum(self().like(number));
    }

    public Tensor minimum(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.MINIMUM), self(), other);
    }

    public Tensor minimum(double number) {
        return minimum(self().like(number));
    }

    public Tensor power(Tensor exponent) {
        return Tensor.of(new Binary(Binary.Kind.POWER), self(), exponent);
    }

    public Tensor power(double exponent) {
        return Tensor.of(new Unary(Unary.Kind.POWER, exponent, 0), self());
    }

    // Functions of each element

    public Tensor abs() {
        return unary(Unary.Kind.ABS);
    }

    public Tensor sign() {
        return unary(Unary.Kind.SIGN);
    }

    public Tensor exp() {
        return unary(Unary.Kind.EXP);
    }

    /** {@code e^x - 1}, exact near 0. */
    public Tensor expm1() {
        return unary(Unary.Kind.EXPM1);
    }

    public Tensor log() {
        return unary(Unary.Kind.LOG);
    }

    /** {@code ln(1 + x)}, exact near 0. */
    public Tensor log1p() {
        return unary(Unary.Kind.LOG1P);
    }

    public Tensor sqrt() {
        return unary(Unary.Kind.SQRT);
    }

    /** {@code 1/sqrt(x)}. */
    public Tensor rsqrt() {
        return unary(Unary.Kind.RSQRT);
    }

    public Tensor square() {
        return unary(Unary.Kind.SQUARE);
    }

    /** {@code 1/x}. */
    public Tensor reciprocal() {
        return unary(Unary.Kind.RECIPROCAL);
    }

    public Tensor sin() {
        return unary(Unary.Kind.SIN);
    }

    public Tensor cos() {
        return unary(Unary.Kind.COS);
    }

    public Tensor tanh() {
        return unary(Unary.Kind.TANH);
    }

    public Tensor sigmoid() {
        return unary(Unary.Kind.SIGMOID);
    }

    /** {@code ln(1 + e^x)}. */
    public Tensor softplus() {
        return unary(Unary.Kind.SOFTPLUS);
    }

    public Tensor erf() {
        return unary(Unary.Kind.ERF);
    }

    /** {@code max(x, 0)}. */
    public Tensor relu() {
        return unary(Unary.Kind.RELU);
    }

    public Tensor floor() {
        return unary(Unary.Kind.FLOOR);
    }

    public Tensor ceil() {
        return unary(Unary.Kind.CEIL);
    }

    /** To the nearest integer, halves to the even one. */
    public Tensor round() {
        return unary(Unary.Kind.ROUND);
    }

    /** {@code x} moved into {@code [low, high]}. */
    public Tensor clip(double low, double high) {
        return Tensor.of(new Unary(Unary.Kind.CLIP, low, high), self());
    }

    // Comparisons: 1 or 0

    public Tensor greaterThan(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.GREATER), self(), other);
    }

    public Tensor greaterThan(double number) {
        return Tensor.of(new Unary(Unary.Kind.GREATER, number, 0), self());
    }

    public Tensor greaterOrEqual(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.GREATER_EQUAL), self(), other);
    }

    public Tensor greaterOrEqual(double number) {
        return Tensor.of(new Unary(Unary.Kind.GREATER_EQUAL, number, 0), self());
    }

    public Tensor equalTo(Tensor other) {
        return Tensor.of(new Binary(Binary.Kind.EQUAL), self(), other);
    }

    public Tensor equalTo(double number) {
        return Tensor.of(new Unary(Unary.Kind.EQUAL, number, 0), self());
    }

    public Tensor lessThan(Tensor other) {
        return other.greaterThan(self());
    }

    public Tensor lessThan(double number) {
        return greaterOrEqual(number).not();
    }

    public Tensor lessOrEqual(Tensor other) {
        return other.greaterOrEqual(self());
    }

    public Tensor lessOrEqual(double number) {
        return greaterThan(number).not();
    }

    public Tensor notEqualTo(double number) {
        return equalTo(number).not();
    }

    /** 1 for 0 and 0 for 1. */
    public Tensor not() {
        return from(1);
    }

    /** {@code yes} where this is not 0, {@code no} elsewhere. */
    public Tensor select(Tensor yes, Tensor no) {
        return Tensor.of(new Select(), self(), yes, no);
    }

    private Tensor unary(Unary.Kind kind) {
        return Tensor.of(Unary.of(kind), self());
    }
}
