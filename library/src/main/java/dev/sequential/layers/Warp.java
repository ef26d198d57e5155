package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Images whose pixels are looked up elsewhere: pixel (i, j) of a result shows what is at row {@code rows[i, j]} and column
 * {@code columns[i, j]}. A place between pixels shows the nearest one or the mean of the four around it, weighted by
 * how near they are.
 */
record Warp(Interpolation interpolation, FillMode fillMode, double fillValue) {
    /** Whole numbers up to here are exact in float32. */
    private static final long EXACT = 1 << 24;

    /** Whole places along an axis that have a share in what is shown, and how much. */
    private record Share(Tensor place, Tensor weight) {}

    /** Refuses what cannot be looked up. */
    static void check(String layer, Interpolation interpolation, FillMode fillMode) {
        Check.that(
                interpolation == Interpolation.NEAREST || interpolation == Interpolation.BILINEAR,
                "interpolation of %s must be NEAREST or BILINEAR, but received %s",
                layer,
                interpolation);
        Check.notNull(fillMode, "fillMode of " + layer);
    }

    /** The numbers of so many rows, {@code (1, length, 1, 1)}. */
    static Tensor rows(long length, DType type) {
        return count(length, Shape.of(1, length, 1, 1), type);
    }

    /** The numbers of so many columns, {@code (1, 1, length, 1)}. */
    static Tensor columns(long length, DType type) {
        return count(length, Shape.of(1, 1, length, 1), type);
    }

    private static Tensor count(long length, Shape shape, DType type) {
        Check.that(
                length != Shape.UNKNOWN,
                "Pixels cannot move in images of unknown lengths. Give the Input a full shape.");
        Loading.computes("The places of an image's pixels", length);
        return Tensor.constant(LongStream.range(0, length).asDoubleStream().toArray(), shape, type);
    }

    /** The images at these places, of shape {@code (batch or 1, height, width, 1)} with lengths of 1 repeated. */
    Tensor at(Tensor images, Tensor rows, Tensor columns) {
        Shape places = Shape.broadcast(rows.shape(), columns.shape()).withDim(0, images.dim(0));
        Shape shape = places.withDim(3, images.dim(3));
        if (images.dim(0) == Shape.UNKNOWN) {
            return images.slice(1, 0, 1).slice(2, 0, 1).broadcastTo(shape); // only the shape counts
        }
        Tensor sum = null;
        for (Share row : shares(rows)) {
            for (Share column : shares(columns)) {
                Tensor weight = row.weight.times(column.weight);
                Tensor part = whole(images, row.place, column.place, shape).times(weight);
                sum = sum == null ? part : sum.plus(part);
            }
        }
        return sum;
    }

    private List<Share> shares(Tensor places) {
        if (interpolation == Interpolation.NEAREST) {
            Tensor nearest = places.abs().plus(0.5).floor().times(places.sign());
            return List.of(new Share(nearest, places.like(1)));
        }
        Tensor below = places.floor();
        Tensor above = places.minus(below);
        return List.of(new Share(below, above.from(1)), new Share(below.plus(1), above));
    }

    /** The images at whole numbers. */
    private Tensor whole(Tensor images, Tensor row, Tensor column, Shape shape) {
        long height = images.dim(1);
        long width = images.dim(2);
        Check.that(height * width <= EXACT, "Images may have %d pixels, but received %s", EXACT, images.shape());
        Tensor pixel = fillMode.inside(row, height).times(width).plus(fillMode.inside(column, width));
        Tensor first = count(images.dim(0), Shape.of(images.dim(0), 1, 1, 1), DType.INT32)
                .times(height * width);
        Tensor place = pixel.cast(DType.INT32).plus(first).broadcastTo(shape.withDim(3, 1));
        Tensor seen = images.reshape(Shape.UNKNOWN, images.dim(3))
                .gather(place.reshape(shape.slice(0, 3).size()))
                .reshape(shape);
        if (fillMode != FillMode.CONSTANT) return seen;
        return isInside(row, height).times(isInside(column, width)).select(seen, seen.like(fillValue));
    }

    private static Tensor isInside(Tensor place, long length) {
        return place.greaterOrEqual(0).times(place.lessThan(length));
    }
}
