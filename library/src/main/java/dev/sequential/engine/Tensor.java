package dev.sequential.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A value in a computation that is described now and run later: the result of an {@link Op} on other tensors. Every
 * method adds an operation and returns its result; shapes are checked at once. Operands of two-operand methods are
 * repeated along axes of length 1 as NumPy does. A negative axis counts from the last.
 */
public final class Tensor extends Elements {
    private final Node node;
    private final int index;
    private final Type type;

    Tensor(Node node, int index, Type type) {
        this.node = node;
        this.index = index;
        this.type = type;
    }

    /** The first result of an operation. */
    public static Tensor of(Op op, Tensor... inputs) {
        return new Node(op, List.of(inputs)).outputs().get(0);
    }

    /** All results of an operation. */
    public static List<Tensor> all(Op op, List<Tensor> inputs) {
        return new Node(op, inputs).outputs();
    }

    /** One number in every place. */
    public static Tensor fill(double value, Shape shape, DType dtype) {
        return of(new Fill(value, new Type(shape, dtype)));
    }

    /** Known numbers in row-major order. */
    public static Tensor constant(double[] values, Shape shape, DType dtype) {
        return of(new Constant(values, new Type(shape, dtype)));
    }

    /** The operation that makes this. */
    public Node node() {
        return node;
    }

    /** Which of the operation's results this is. */
    public int index() {
        return index;
    }

    /** Shape and element type. */
    public Type type() {
        return type;
    }

    public Shape shape() {
        return type.shape();
    }

    public DType dtype() {
        return type.dtype();
    }

    /** Number of axes. */
    public int rank() {
        return type.shape().rank();
    }

    /** Length of an axis. */
    public long dim(int axis) {
        return type.shape().dim(axis);
    }

    // Reductions

    /** The sum over some axes (all if none are named), which disappear. */
    public Tensor sum(int... axes) {
        return fold(Reduce.Kind.SUM, false, axes);
    }

    public Tensor mean(int... axes) {
        return fold(Reduce.Kind.MEAN, false, axes);
    }

    public Tensor max(int... axes) {
        return fold(Reduce.Kind.MAX, false, axes);
    }

    public Tensor min(int... axes) {
        return fold(Reduce.Kind.MIN, false, axes);
    }

    public Tensor product(int... axes) {
        return fold(Reduce.Kind.PRODUCT, false, axes);
    }

    /** Folds some axes (all if none are named), which disappear or, with {@code keepDims}, stay with length 1. */
    public Tensor fold(Reduce.Kind kind, boolean keepDims, int... axes) {
        List<Integer> sorted = axes.length == 0
                ? IntStream.range(0, rank()).boxed().toList()
                : Arrays.stream(axes)
                        .map(shape()::axis)
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList();
        Tensor kept = fold(kind, sorted);
        return keepDims
                ? kept
                : kept.reshape(shape().without(
                                sorted.stream().mapToInt(Integer::intValue).toArray()));
    }

    Tensor fold(Reduce.Kind kind, List<Integer> axes) {
        return axes.isEmpty() ? this : of(new Reduce(kind, axes), this);
    }

    /** Sums what broadcasting from {@code smaller} to this shape repeated. */
    public Tensor sumTo(Shape smaller) {
        if (smaller.equals(shape())) return this;
        int extra = rank() - smaller.rank();
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < rank(); i++) {
            if (i < extra || smaller.dim(i - extra) == 1 && dim(i) != 1) axes.add(i);
        }
        return fold(Reduce.Kind.SUM, axes).reshape(smaller);
    }

    /** The place of the first largest element along an axis, as int32; the axis disappears. */
    public Tensor argMax(int axis) {
        return of(new ArgMax(shape().axis(axis)), this);
    }

    public Tensor softmax(int axis) {
        return of(new Softmax(shape().axis(axis)), this);
    }

    public Tensor logSoftmax(int axis) {
        return of(new LogSoftmax(shape().axis(axis)), this);
    }

    // Products

    /** {@code (…, m, k) · (…, k, n) → (…, m, n)}; the second may be a plain matrix. */
    public Tensor matmul(Tensor other) {
        return matmul(other, false, false);
    }

    public Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
        return of(new MatMul(transposeThis, transposeOther), this, other);
    }

    // Shapes

    /** The same elements under another shape; one length may be {@code -1} if all others are known. */
    public Tensor reshape(Shape to) {
        if (to.equals(shape())) return this;
        return of(new Reshape(to), this);
    }

    public Tensor reshape(long... dims) {
        return reshape(Shape.of(dims));
    }

    /** All axes but the last folded into one. */
    public Tensor flatten2d() {
        return reshape(Shape.of(Shape.UNKNOWN, dim(-1)));
    }

    /** A new axis of length 1 before the given one; {@code -1} appends. */
    public Tensor expandDims(int axis) {
        return reshape(shape().inserted(axis, 1));
    }

    /** Without an axis of length 1. */
    public Tensor squeeze(int axis) {
        Check.that(dim(axis) == 1, "axis %d of shape %s must have length 1", axis, shape());
        return reshape(shape().without(axis));
    }

    /** Axis i of the result is axis {@code order[i]} of this; without arguments the order is reversed. */
    public Tensor transpose(int... order) {
        IntStream axes = order.length == 0
                ? IntStream.range(0, rank()).map(i -> rank() - 1 - i)
                : Arrays.stream(order).map(shape()::axis);
        return of(new Transpose(axes.boxed().toList()), this);
    }

    public Tensor broadcastTo(Shape to) {
        return to.equals(shape()) ? this : of(new Broadcast(to), this);
    }

    /** This and the others one after the other along an axis. */
    public Tensor concat(int axis, Tensor... others) {
        List<Tensor> all = new ArrayList<>(List.of(this));
        all.addAll(List.of(others));
        return all(new Concat(shape().axis(axis)), all).get(0);
    }

    /** Places {@code from} (inclusive) to {@code to} (exclusive) of one axis. */
    public Tensor slice(int axis, long from, long to) {
        return slice(axis, from, to, 1);
    }

    public Tensor slice(int axis, long from, long to, long stride) {
        List<Long> begin = new ArrayList<>(java.util.Collections.nCopies(rank(), 0L));
        List<Long> end = new ArrayList<>(java.util.Collections.nCopies(rank(), -1L));
        List<Long> strides = new ArrayList<>(java.util.Collections.nCopies(rank(), 1L));
        int at = shape().axis(axis);
        begin.set(at, from);
        end.set(at, to);
        strides.set(at, stride);
        return of(new Slice(begin, end, strides), this);
    }

    /** Puts {@code value} before and after the elements of each axis. */
    public Tensor pad(long[] before, long[] after, double value) {
        return pad(before, after, new long[rank()], value);
    }

    public Tensor pad(long[] before, long[] after, long[] interior, double value) {
        return of(new Pad(list(before), list(after), list(interior), value), this);
    }

    public Tensor reverse(int... axes) {
        return of(new Reverse(Arrays.stream(axes).map(shape()::axis).boxed().toList()), this);
    }

    /** Rows of this at integer places: {@code (n, …)} and {@code (places…)} give {@code (places…, …)}. */
    public Tensor gather(Tensor places) {
        return of(new Gather(), this, places);
    }

    /** 1 at the place each (integer or float) element names along a new last axis, 0 elsewhere. */
    public Tensor oneHot(long depth, DType dtype) {
        double[] places =
                IntStream.range(0, Math.toIntExact(depth)).asDoubleStream().toArray();
        return cast(dtype).expandDims(-1).equalTo(constant(places, Shape.of(depth), dtype));
    }

    // Types and constants

    public Tensor cast(DType to) {
        return to == dtype() ? this : of(new Cast(to), this);
    }

    /** The same value, through which no gradient flows. */
    public Tensor detach() {
        return of(new Detach(), this);
    }

    /** A single number of this element type. */
    public Tensor like(double number) {
        return fill(number, Shape.scalar(), dtype());
    }

    public Tensor zerosLike() {
        return fill(0, shape(), dtype());
    }

    public Tensor onesLike() {
        return fill(1, shape(), dtype());
    }

    private static List<Long> list(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public String toString() {
        return "Tensor " + type + " of " + node;
    }
}
