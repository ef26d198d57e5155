package dev.sequential.activations;

import dev.sequential.engine.Check;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Arrays;
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
     * {@code max(z - τ, 0)} with {@code τ = (Σ s - 1) / k}. The numbers in falling order have the running sums s; the k
     * of them with {@code 1 + r*z > s}, r being the rank, are the support over which s is summed. So does Keras 3.15;
     * the sparsemax of Martins and Astudillo (2016) takes the last s of the support alone. Instead of sorting, each
     * number is compared with each; of equal ones the first comes first.
     */
    private Tensor sparsemax(Tensor x) {
        int at = x.shape().axis(axis);
        Tensor one = x.expandDims(at + 1);
        Tensor other = x.expandDims(at);
        Tensor tie = other.equalTo(one).times(notLater(x, at));
        Tensor before = other.greaterThan(one).plus(tie);
        Tensor rank = before.sum(at + 1);
        Tensor sum = before.times(other).sum(at + 1);
        Tensor support = x.times(rank).plus(1).greaterThan(sum);
        Tensor size = support.fold(Reduce.Kind.SUM, true, at);
        Tensor total = support.times(sum).fold(Reduce.Kind.SUM, true, at);
        return x.minus(total.minus(1).dividedBy(size)).maximum(0);
    }

    /** 1 where the place along the axis {@code at + 1} is not after the place along the axis {@code at}. */
    private static Tensor notLater(Tensor x, int at) {
        int length = Math.toIntExact(x.dim(at));
        Loading.computes("The order of sparsemax", (long) length * length);
        double[] values = new double[length * length];
        for (int i = 0; i < length; i++) Arrays.fill(values, i * length, i * length + i + 1, 1);
        Shape shape = Shape.of(length, length);
        for (int i = at + 1; i < x.rank(); i++) shape = shape.and(Shape.of(1));
        return Tensor.constant(values, shape, x.dtype());
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
