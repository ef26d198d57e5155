package dev.sequential.layers;

import dev.sequential.engine.Reduce;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lengths and moments of vectors along some axes, and weights that are the same along all others. */
final class Norms {
    private Norms() {}

    /** {@code x / max(‖x‖₂, 1e-12)} along the axes. */
    static Tensor unit(Tensor x, int... axes) {
        Tensor squares = x.square().fold(Reduce.Kind.SUM, true, axes);
        return x.times(squares.maximum(1e-24).rsqrt());
    }

    /** {@code (x - mean) / √(variance + epsilon)} with mean and biased variance along the axes. */
    static Tensor standardized(Tensor x, double epsilon, int... axes) {
        Tensor centered = x.minus(mean(x, axes));
        return centered.times(mean(centered.square(), axes).plus(epsilon).rsqrt());
    }

    /** The mean along the axes, which stay with length 1. */
    static Tensor mean(Tensor x, int... axes) {
        return x.fold(Reduce.Kind.MEAN, true, axes);
    }

    /** Lengths of some axes. */
    static Shape lengths(Tensor x, int... axes) {
        return Shape.of(Arrays.stream(axes).mapToLong(x::dim).toArray());
    }

    /** A weight shaped like some axes of {@code x}, with length 1 at the others before the last. */
    static Tensor spread(Tensor weight, Tensor x, int... axes) {
        Shape shape = Shape.scalar();
        for (int i = axes.length == 0 ? x.rank() : axes[0]; i < x.rank(); i++) {
            int axis = i;
            boolean own = Arrays.stream(axes).anyMatch(a -> a == axis);
            shape = shape.and(Shape.of(own ? x.dim(i) : 1));
        }
        return weight.reshape(shape);
    }

    /** Axes from 0, in rising order. */
    static int[] axes(List<Integer> axes, Tensor x) {
        return axes.stream().mapToInt(x.shape()::axis).sorted().distinct().toArray();
    }

    /** All axes but some. */
    static int[] others(Tensor x, int... axes) {
        return IntStream.range(0, x.rank())
                .filter(i -> Arrays.stream(axes).noneMatch(a -> a == i))
                .toArray();
    }
}
