package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The lengths of a tensor's axes, outermost first. A length may be {@link #UNKNOWN}, as the batch axis is while a
 * model is described rather than run. Prints as Keras does: {@code (None, 28, 28, 1)}.
 */
public final class Shape {
    /** The length of an axis that is not known yet. */
    public static final long UNKNOWN = -1;

    private static final Shape SCALAR = new Shape();
    private final long[] dims;

    private Shape(long... dims) {
        for (long dim : dims) {
            Check.that(dim >= UNKNOWN, "A shape's lengths must be 0 or more, or -1 for unknown, but received %s", dim);
        }
        this.dims = dims;
    }

    /** A shape of these lengths; {@code -1} means unknown. */
    public static Shape of(long... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /** The shape of a single number. */
    public static Shape scalar() {
        return SCALAR;
    }

    /** Number of axes. */
    public int rank() {
        return dims.length;
    }

    /** Length of an axis; a negative axis counts from the last. */
    public long dim(int axis) {
        return dims[axis(axis)];
    }

    /** An axis given as {@code -1} for the last and so on, as a number from 0. */
    public int axis(int axis) {
        int resolved = axis < 0 ? axis + dims.length : axis;
        Check.that(
                resolved >= 0 && resolved < dims.length,
                "axis must be from %d to %d for shape %s, but received %d",
                -dims.length,
                dims.length - 1,
                this,
                axis);
        return resolved;
    }

    /** Number of elements. */
    public long size() {
        long size = 1; // without a check of many arguments: kernels ask in runs, which make no garbage
        for (long dim : dims) {
            if (dim == UNKNOWN) throw new IllegalStateException("The size of shape %s is not known".formatted(this));
            size = Math.multiplyExact(size, dim);
        }
        return size;
    }

    /** Whether every length is known. */
    public boolean isKnown() {
        return Arrays.stream(dims).noneMatch(d -> d == UNKNOWN);
    }

    /** The lengths, copied. */
    public long[] dims() {
        return dims.clone();
    }

    /** This shape with one axis of another length. */
    public Shape withDim(int axis, long length) {
        long[] next = dims.clone();
        next[axis(axis)] = length;
        return new Shape(next);
    }

    /** This shape without some axes. */
    public Shape without(int... axes) {
        boolean[] drop = new boolean[dims.length];
        for (int axis : axes) drop[axis(axis)] = true;
        int[] i = {0};
        return of(Arrays.stream(dims).filter(d -> !drop[i[0]++]).toArray());
    }

    /** This shape with a new axis before the given one ({@code -1} appends). */
    public Shape inserted(int axis, long length) {
        int at = axis < 0 ? axis + dims.length + 1 : axis;
        return slice(0, at).and(Shape.of(length)).and(slice(at, dims.length));
    }

    /** Axes {@code from} (inclusive) to {@code to} (exclusive); both may count from the end. */
    public Shape slice(int from, int to) {
        int begin = from < 0 ? from + dims.length : from;
        int end = to < 0 ? to + dims.length : to;
        return of(Arrays.copyOfRange(dims, begin, Math.max(begin, end)));
    }

    /** This shape followed by another. */
    public Shape and(Shape other) {
        return of(LongStream.concat(Arrays.stream(dims), Arrays.stream(other.dims))
                .toArray());
    }

    /** The shape both broadcast to, aligned at the last axis as NumPy does. */
    public static Shape broadcast(Shape a, Shape b) {
        if (a.equals(b)) return a;
        int rank = Math.max(a.rank(), b.rank());
        long[] out = new long[rank];
        for (int i = 1; i <= rank; i++) {
            long x = i <= a.rank() ? a.dims[a.rank() - i] : 1;
            long y = i <= b.rank() ? b.dims[b.rank() - i] : 1;
            Check.that(
                    x == y || x == 1 || y == 1 || x == UNKNOWN || y == UNKNOWN,
                    "Shapes %s and %s cannot be broadcast together",
                    a,
                    b);
            out[rank - i] = x == 1 ? y : y == 1 || y == UNKNOWN ? x : y;
        }
        return of(out);
    }

    /** Whether this shape with its unknown lengths filled in can be {@code other}. */
    public boolean matches(Shape other) {
        if (rank() != other.rank()) return false;
        for (int i = 0; i < rank(); i++) {
            if (dims[i] != UNKNOWN && other.dims[i] != UNKNOWN && dims[i] != other.dims[i]) return false;
        }
        return true;
    }

    /** The lengths as a list. */
    public List<Long> toList() {
        return Arrays.stream(dims).boxed().toList();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Shape s && Arrays.equals(dims, s.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        String inner = Arrays.stream(dims)
                .mapToObj(d -> d == UNKNOWN ? "None" : Long.toString(d))
                .collect(Collectors.joining(", "));
        return dims.length == 1 ? "(" + inner + ",)" : "(" + inner + ")";
    }
}
