package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Tensor;
import java.util.Locale;

/** The functions of all numbers along an axis. */
record AxisFunction(Kind kind, int axis) implements ActivationFunction {
    enum Kind {
        SOFTMAX,
        LOG_SOFTMAX,
        SPARSEMAX,
        GLU
    }

    @Override
    public Tensor apply(Tensor x) {
        Check.that(
                x.rank() > 1,
                "%s expects at least two axes, the first of them samples, but received shape %s",
                this,
                x.shape());
        return switch (kind) {
            case SOFTMAX -> x.softmax(axis);
            case LOG_SOFTMAX -> x.logSoftmax(axis);
            case SPARSEMAX -> sparsemax(x);
            case GLU -> glu(x);
        };
    }

    /**
     * The nearest point of the probability simplex (Martins and Astudillo, 2016). A number belongs to the support if
     * {@code 1 + k*z > Σ of the numbers not below z}, k being how many those are: each number is compared with each.
     */
    private Tensor sparsemax(Tensor x) {
        int at = x.shape().axis(axis);
        Tensor one = x.expandDims(at + 1);
        Tensor other = x.expandDims(at);
        Tensor notBelow = other.greaterOrEqual(one);
        Tensor count = notBelow.sum(at + 1);
        Tensor sum = notBelow.times(other).sum(at + 1);
        Tensor support = x.times(count).plus(1).greaterThan(sum).detach();
        Tensor size = support.fold(Reduce.Kind.SUM, true, at);
        Tensor total = support.times(x).fold(Reduce.Kind.SUM, true, at);
        Tensor tau = total.minus(1).dividedBy(size);
        return x.minus(tau).maximum(0);
    }

    /** The first half times the sigmoid of the second. */
    private Tensor glu(Tensor x) {
        long length = x.dim(axis);
        Check.that(length % 2 == 0, "glu expects an even length along axis %d, but received shape %s", axis, x.shape());
        Tensor gate = x.slice(axis, length / 2, length).sigmoid();
        return x.slice(axis, 0, length / 2).times(gate);
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return axis == -1 ? name : name + "(axis=" + axis + ")";
    }
}
