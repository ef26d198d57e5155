package dev.sequential.layers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings inputs of any number of axes to {@code (batch, steps, features)}: axes along which queries see values become
 * the steps, others belong to the batch.
 */
final class AttentionAxes {
    private final int[] batch;
    private final int[] steps;
    private final int rank;

    private AttentionAxes(int[] batch, int[] steps, int rank) {
        this.batch = batch;
        this.steps = steps;
        this.rank = rank;
    }

    /** These axes of inputs of so many; all between batch and features if none is named. */
    static AttentionAxes of(List<Integer> axes, int rank) {
        int[] steps = axes.isEmpty()
                ? IntStream.range(1, rank - 1).toArray()
                : axes.stream().mapToInt(a -> a < 0 ? a + rank : a).sorted().toArray();
        for (int step : steps) {
            Check.that(
                    step > 0 && step < rank - 1,
                    "attentionAxes must be from 1 to %d for inputs of %d axes, but received %s",
                    rank - 2,
                    rank,
                    axes);
        }
        int[] batch = IntStream.range(0, rank - 1)
                .filter(i -> IntStream.of(steps).noneMatch(s -> s == i))
                .toArray();
        return new AttentionAxes(batch, steps, rank);
    }

    /** {@code (batch, steps, features)}. */
    Tensor flat(Tensor x) {
        if (rank == 3) return x;
        Shape shape = x.shape();
        return x.transpose(order(rank)).reshape(Shape.of(size(shape, batch), size(shape, steps), x.dim(-1)));
    }

    /** The reverse for a result with any axes after its steps; other lengths are those of the query. */
    Tensor unflat(Tensor y, Shape query) {
        if (rank == 3) return y;
        Shape result =
                chosen(query, batch).and(chosen(query, steps)).and(y.shape().slice(2, y.rank()));
        int[] order = order(result.rank());
        int[] back = new int[order.length];
        for (int i = 0; i < order.length; i++) back[order[i]] = i;
        return y.reshape(result).transpose(back);
    }

    /** Number of steps, all axes together. */
    long steps(Shape shape) {
        return size(shape, steps);
    }

    /** A mask {@code (batch, T…, S…)} as {@code (batch, T, S)}. */
    Tensor flatMask(Tensor mask, Shape query, Shape value) {
        return rank == 3 ? mask : mask.reshape(Shape.of(mask.dim(0), size(query, steps), size(value, steps)));
    }

    /** A mask {@code (batch, 1, T, S)} for every place of the axes that belong to the batch. */
    Tensor repeated(Tensor mask, Shape query) {
        if (mask == null || batch.length == 1) return mask;
        long others = size(query, Arrays.copyOfRange(batch, 1, batch.length));
        Shape each = Shape.of(query.dim(0), others, mask.dim(2), mask.dim(3));
        return mask.broadcastTo(each).reshape(Shape.of(size(query, batch), 1, mask.dim(2), mask.dim(3)));
    }

    /** Scores {@code (batch…, heads, T…, S…)}. */
    Tensor scores(Tensor scores, Shape query, Shape value) {
        if (rank == 3) return scores;
        return scores.reshape(chosen(query, batch)
                .and(Shape.of(scores.dim(1)))
                .and(chosen(query, steps))
                .and(chosen(value, steps)));
    }

    private int[] order(int axes) {
        return IntStream.concat(
                        IntStream.concat(IntStream.of(batch), IntStream.of(steps)), IntStream.range(rank - 1, axes))
                .toArray();
    }

    private static Shape chosen(Shape shape, int[] axes) {
        return Shape.of(IntStream.of(axes).mapToLong(shape::dim).toArray());
    }

    private static long size(Shape shape, int[] axes) {
        Shape chosen = chosen(shape, axes);
        return chosen.isKnown() ? chosen.size() : Shape.UNKNOWN;
    }
}
