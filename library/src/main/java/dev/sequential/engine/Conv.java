package dev.sequential.engine;

import java.util.List;

/**
 * A kernel slid over data, not flipped: {@code result[p, f] = Σ data[p at tap t, c] * kernel[t, c, f]} over taps and the
 * channels of f's group. Data {@code (batch, …space, channels)}, kernel {@code (…size, channels / groups, filters)},
 * result {@code (batch, …places, filters)}.
 *
 * <p>{@code Σ result * data * kernel} is linear in each of the three. What it multiplies each by, made of the other two,
 * is the convolution, its gradient by data (the transposed convolution) and its gradient by the kernel; so the gradients
 * of each are again two of them.
 *
 * @param makes which of the three comes out; the other two are the operands, in the order data or result, kernel or result
 * @param space spatial lengths of the data
 * @param precision of the operands
 */
public record Conv(Part makes, Window window, int groups, Shape space, Precision precision) implements Op {
    /** The three tensors that belong together. */
    public enum Part {
        RESULT,
        DATA,
        KERNEL
    }

    public Conv {
        Check.atLeast(1, groups, "groups");
    }

    /** In the precision that is traced now. */
    public Conv(Part makes, Window window, int groups, Shape space) {
        this(makes, window, groups, space, Precision.current());
    }

    /** The convolution of data with a kernel. */
    public static Tensor of(Tensor data, Tensor kernel, Window window, int groups) {
        return Tensor.of(new Conv(Part.RESULT, window, groups, window.space(data.shape())), data, kernel);
    }

    /** The transposed convolution: data of these spatial lengths from what would be its result. */
    public static Tensor transposed(Tensor result, Tensor kernel, Window window, int groups, Shape space) {
        return Tensor.of(new Conv(Part.DATA, window, groups, space), result, kernel);
    }

    @Override
    public Type type(List<Type> in) {
        Shape a = in.get(0).shape();
        Shape b = in.get(1).shape();
        window.space(a);
        return in.get(0)
                .with(
                        switch (makes) {
                            case RESULT -> {
                                checkKernel(b, a.dim(-1), b.dim(-1));
                                yield around(a.dim(0), window.places(space), b.dim(-1));
                            }
                            case DATA -> {
                                checkPlaces(a);
                                checkKernel(b, b.dim(-2) * groups, a.dim(-1));
                                yield around(a.dim(0), space, b.dim(-2) * groups);
                            }
                            case KERNEL -> {
                                checkPlaces(b);
                                yield Shape.of(sizes()).and(Shape.of(a.dim(-1) / groups, b.dim(-1)));
                            }
                        });
    }

    private static Shape around(long batch, Shape lengths, long channels) {
        return Shape.of(batch).and(lengths).and(Shape.of(channels));
    }

    private long[] sizes() {
        return window.size().stream().mapToLong(Long::longValue).toArray();
    }

    private void checkKernel(Shape kernel, long channels, long filters) {
        Check.that(
                kernel.rank() == window.axes() + 2
                        && kernel.slice(0, -2).equals(Shape.of(sizes()))
                        && kernel.dim(-2) * groups == channels
                        && kernel.dim(-1) == filters
                        && filters % groups == 0,
                "A kernel of shape %s in %d groups does not fit %d channels, %d filters and a window of size %s",
                kernel,
                groups,
                channels,
                filters,
                window.size());
    }

    private void checkPlaces(Shape result) {
        Shape places = window.places(space);
        Check.that(
                places.matches(window.space(result)),
                "A convolution over %s has %s places, but received shape %s",
                space,
                places,
                result);
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Tensor a = node.inputs().get(0);
        Tensor b = node.inputs().get(1);
        return switch (makes) {
            case RESULT -> List.of(make(Part.DATA, grad, b), make(Part.KERNEL, a, grad));
            case DATA -> List.of(make(Part.RESULT, grad, b), make(Part.KERNEL, grad, a));
            case KERNEL -> List.of(make(Part.DATA, b, grad), make(Part.RESULT, a, grad));
        };
    }

    private Tensor make(Part part, Tensor a, Tensor b) {
        return Tensor.of(new Conv(part, window, groups, space, precision), a, b);
    }
}
