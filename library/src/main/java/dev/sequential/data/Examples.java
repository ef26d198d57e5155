package dev.sequential.data;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

    public Examples {
        Check.notNull(x, "x");
        Check.notNull(y, "y");
        Check.that(
                x.size(0) == y.size(0),
                "x and y must have as many rows each, but received %d and %d",
                x.size(0),
                y.size(0));
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
        int tests = (int) Math.round(testFraction * n);
        Check.that(
                testFraction > 0 && testFraction < 1 && tests > 0 && tests < n,
                "testFraction must leave some of the %d examples on both sides, but received %s",
                n,
                testFraction);
        int[] order = shuffled(n, seed);
        return new Split(rows(order, tests, n), rows(order, 0, tests));
    }

    /** How many, and of which shapes. */
    @Override
    public String toString() {
        return size() + " examples: x " + Shape.of(x.shape()) + ", y " + Shape.of(y.shape());
    }

    private Examples rows(int[] order, int from, int to) {
        return new Examples(rows(x, order, from, to), rows(y, order, from, to));
    }

    private static INDArray rows(INDArray all, int[] order, int from, int to) {
        int[] chosen = java.util.Arrays.copyOfRange(order, from, to);
        if (all.rank() > 1) return Nd4j.pullRows(all, 1, chosen, 'c');
        INDArray some = Nd4j.create(all.dataType(), chosen.length);
        for (int i = 0; i < chosen.length; i++) some.putScalar(i, all.getDouble(chosen[i]));
        return some;
    }

    private static int[] shuffled(int n, long seed) {
        int[] order = new int[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
