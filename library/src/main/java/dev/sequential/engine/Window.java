package dev.sequential.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A grid of taps that slides over the spatial axes of {@code (batch, …space, channels)}: at place p, tap t lies on element
 * {@code p * stride + t * dilation - before}; what lies outside is padding. One number for each spatial axis.
 *
 * @param size number of taps
 * @param stride steps from place to place
 * @param dilation steps from tap to tap
 * @param before elements of padding at the start
 * @param after elements of padding at the end
 */
public record Window(List<Long> size, List<Long> stride, List<Long> dilation, List<Long> before, List<Long> after) {
    public Window {
        size = checked("size", 1, size, size.size());
        stride = checked("stride", 1, stride, size.size());
        dilation = checked("dilation", 1, dilation, size.size());
        before = checked("padding", 0, before, size.size());
        after = checked("padding", 0, after, size.size());
    }

    private static List<Long> checked(String what, long least, List<Long> values, int count) {
        boolean ok = values.size() == count && values.stream().allMatch(v -> v >= least);
        Check.that(ok, "%s of a window must be %d numbers of %d or more, but received %s", what, count, least, values);
        return List.copyOf(values);
    }

    /** Next to each other, without padding. */
    public static Window of(List<Long> size, List<Long> stride) {
        List<Long> none = Collections.nCopies(size.size(), 0L);
        return new Window(size, stride, Collections.nCopies(size.size(), 1L), none, none);
    }

    /** Number of spatial axes. */
    public int axes() {
        return size.size();
    }

    /** Number of taps on all axes. */
    public long taps() {
        return size.stream().reduce(1L, (a, b) -> a * b);
    }

    /** Elements from the first tap to the last, both included. */
    public long reach(int axis) {
        return (size.get(axis) - 1) * dilation.get(axis) + 1;
    }

    /** Number of places on each axis of a space of these lengths, unknown where the length is. */
    public Shape places(Shape space) {
        Shape places = space;
        for (int i = 0; i < axes(); i++) {
            if (space.dim(i) == Shape.UNKNOWN) continue;
            long room = space.dim(i) + before.get(i) + after.get(i) - reach(i);
            Check.that(
                    room >= 0,
                    "A window that reaches over %d does not fit a length of %d with padding %d",
                    reach(i),
                    space.dim(i),
                    before.get(i) + after.get(i));
            places = places.withDim(i, room / stride.get(i) + 1);
        }
        return places;
    }

    /** The places of all taps, one list of a number per axis for each, in row-major order. */
    public List<List<Long>> grid() {
        List<List<Long>> grid = List.of(List.of());
        for (long length : size) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> start : grid) {
                for (long t = 0; t < length; t++) {
                    List<Long> tap = new ArrayList<>(start);
                    tap.add(t);
                    longer.add(tap);
                }
            }
            grid = longer;
        }
        return grid;
    }

    /** The spatial lengths of {@code (batch, …space, channels)}. */
    Shape space(Shape whole) {
        Check.that(
                whole.rank() == axes() + 2,
                "A window of %d axes slides over (batch, …, channels) of rank %d, but received shape %s",
                axes(),
                axes() + 2,
                whole);
        return whole.slice(1, -1);
    }
}
