package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Another number of elements along an axis: element i of n new ones stands at {@code (i + 1/2) * m / n - 1/2} of the
 * m old
 * ones, and is the weighted mean of those around it.
 *
 * @param antialias whether the weights reach further when elements get fewer, so that all old ones count
 */
record Resampling(Interpolation interpolation, boolean antialias) {
    /** The tensor with so many elements along an axis. */
    Tensor along(Tensor x, int axis, long length) {
        long old = x.dim(axis);
        Check.that(
                old != Shape.UNKNOWN,
                "A length that is not known cannot be resampled, as axis %d of %s. Give the Input a full shape.",
                axis,
                x.shape());
        if (old == length && !antialias) return x;
        Tensor matrix = Tensor.constant(matrix(old, length), Shape.of(old, length), x.dtype());
        int last = x.rank() - 1;
        return swapped(swapped(x, axis, last).matmul(matrix), axis, last);
    }

    private static Tensor swapped(Tensor x, int axis, int other) {
        if (axis == other) return x;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < x.rank(); i++) order.add(i == axis ? other : i == other ? axis : i);
        return x.transpose(order.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Weights of old elements (rows) in new ones (columns). */
    private double[] matrix(long old, long length) {
        Loading.computes("The weights of a resizing", old * length);
        double[] matrix = new double[Math.toIntExact(old * length)];
        double step = (double) old / length;
        double width = antialias ? Math.max(step, 1) : 1;
        for (int to = 0; to < length; to++) {
            if (interpolation == Interpolation.NEAREST) {
                matrix[(int) (Math.floor((to + 0.5) * step) * length) + to] = 1;
                continue;
            }
            double at = (to + 0.5) * step - 0.5;
            double sum = 0;
            for (int from = 0; from < old; from++) sum += interpolation.weight((at - from) / width);
            for (int from = 0; from < old; from++) {
                matrix[(int) (from * length) + to] = interpolation.weight((at - from) / width) / sum;
            }
        }
        return matrix;
    }
}
