package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Windows slid over each channel of {@code (batch, …space, channels)}. {@code GATHER} makes one number of each window, of
 * shape {@code (batch, …places, channels)}; {@code SPREAD} is its transpose and gives numbers at places back to the
 * elements they came from. Padding never counts.
 *
 * <p>{@code AVERAGE} has one operand. {@code MAX} has two: the first decides which element of each window is taken, the
 * first one of the largest; the second is what is gathered or spread. The maxima of x are gathered from x itself.
 *
 * @param space spatial lengths of what is gathered from
 */
public record Pool(Kind kind, Direction direction, Window window, Shape space) implements Op {
    /** What stands for a window. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    /** Which way numbers go. */
    public enum Direction {
        GATHER,
        SPREAD
    }

    /** The largest number of each window. */
    public static Tensor max(Tensor x, Window window) {
        return Tensor.of(new Pool(Kind.MAX, Direction.GATHER, window, window.space(x.shape())), x, x);
    }

    /** The mean of each window, without padding. */
    public static Tensor average(Tensor x, Window window) {
        return Tensor.of(new Pool(Kind.AVERAGE, Direction.GATHER, window, window.space(x.shape())), x);
    }

    @Override
    public Type type(List<Type> in) {
        Shape places = window.places(space);
        Shape last = in.get(in.size() - 1).shape();
        Shape from = direction == Direction.GATHER ? space : places;
        Shape to = direction == Direction.GATHER ? places : space;
        Check.that(
                from.matches(window.space(last))
                        && (kind == Kind.AVERAGE
                                || space.matches(window.space(in.get(0).shape()))),
                "Windows over %s have %s places, but received %s",
                space,
                places,
                in);
        return in.get(0).with(Shape.of(last.dim(0)).and(to).and(Shape.of(last.dim(-1))));
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        Direction back = direction == Direction.GATHER ? Direction.SPREAD : Direction.GATHER;
        Pool pool = with(back);
        if (kind == Kind.AVERAGE) return List.of(Tensor.of(pool, grad));
        Tensor chosen = Tensor.of(pool, node.inputs().get(0), grad);
        return Arrays.asList(null, chosen);
    }

    /** The same windows the given way. */
    Pool with(Direction direction) {
        return new Pool(kind, direction, window, space);
    }

    boolean isGathering() {
        return direction == Direction.GATHER;
    }

    /** How many elements of each window are not padding, along one axis. */
    public long[] counts(int axis) {
        long[] counts = new long[Math.toIntExact(window.places(space).dim(axis))];
        for (int p = 0; p < counts.length; p++) {
            for (long t = 0; t < window.size().get(axis); t++) {
                long at = p * window.stride().get(axis)
                        + t * window.dilation().get(axis)
                        - window.before().get(axis);
                if (at >= 0 && at < space.dim(axis)) counts[p]++;
            }
        }
        return counts;
    }
}
