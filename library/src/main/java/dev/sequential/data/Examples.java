package dev.sequential.data;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Inputs and what is to be learnt from them, a row each.
 *
 * @param x inputs {@code (n, …)}
 * @param y targets {@code (n, …)}
 */
public record Examples(INDArray x, INDArray y) {
    /**
     * Examples to learn from and others, held back, to test with.
     *
     * @param train to learn from
     * @param test held back
     */
    public record Split(Examples train, Examples test) {}

    /** @throws IllegalArgumentException where x and y have different numbers of rows */
    public Examples {
        Check.notNull(x, "x");
        Check.notNull(y, "y");
        Check.that(
                x.size(0) == y.size(0),
                "x and y must have as many rows each, but received %d and %d",
                x.size(0),
                y.size(0));
    }

    /**
     * A series cut into windows, to learn what comes next: the i-th example is the values from i to i + length - 1, and
     * the value after them.
     *
     * @param series {@code (steps,)} or {@code (steps, features)}
     * @param length steps in a window
     * @return {@code x (steps - length, length, features)} and {@code y (steps - length, features)}
     * @throws IllegalArgumentException where the series has another number of axes or is not longer than a window
     */
    public static Examples windows(INDArray series, int length) {
        Check.that(
                series.rank() == 1 || series.rank() == 2,
                "series must have shape (steps,) or (steps, features), but received %s",
                Shape.of(series.shape()));
        Check.atLeast(1, length, "length");
        int steps = (int) series.size(0);
        Check.that(steps > length, "a series of %d steps has no window of %d with a value after it", steps, length);
        INDArray all = series.reshape(steps, -1);
        int[] rows = IntStream.range(0, steps - length)
                .flatMap(i -> IntStream.range(i, i + length))
                .toArray();
        INDArray x = Order.pick(all, rows).reshape(steps - length, length, all.size(1));
        return new Examples(x, Order.pick(all, IntStream.range(length, steps).toArray()));
    }

    /** Number of examples. */
    public long size() {
        return x.size(0);
    }

    /**
     * Shuffles the examples and holds some back.
     *
     * @param testFraction how many to hold back, above 0 and below 1
     * @param seed the same seed gives the same split
     * @throws IllegalArgumentException where the fraction is out of range or leaves one part empty
     */
    public Split split(double testFraction, long seed) {
        int n = Math.toIntExact(size());
        return split(Order.shuffled(n, seed), Order.heldBack(testFraction, n));
    }

    /** Holds the last examples back, those of a series that come after the others. */
    public Split splitInOrder(double testFraction) {
        int n = Math.toIntExact(size());
        int tests = Order.heldBack(testFraction, n);
        return new Split(
                rows(IntStream.range(0, n - tests).toArray()),
                rows(IntStream.range(n - tests, n).toArray()));
    }

    /** The first examples, at most so many: a small set to try things on. */
    public Examples first(int count) {
        return rows(IntStream.range(0, (int) Math.min(count, size())).toArray());
    }

    /** How many, and of which shapes. */
    @Override
    public String toString() {
        return size() + " examples: x " + Shape.of(x.shape()) + ", y " + Shape.of(y.shape());
    }

    private Split split(int[] order, int tests) {
        return new Split(
                rows(Arrays.copyOfRange(order, tests, order.length)), rows(Arrays.copyOfRange(order, 0, tests)));
    }

    private Examples rows(int[] rows) {
        return new Examples(Order.pick(x, rows), Order.pick(y, rows));
    }
}
