package dev.sequential.data;

import dev.sequential.engine.Check;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Rows by their numbers: shuffled, held back, picked. */
final class Order {
    private Order() {}

    /** The numbers below {@code n} in an order that the seed decides. */
    static int[] shuffled(int n, long seed) {
        int[] order = new int[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** How many of {@code n} rows to hold back, at least one and not all. */
    static int heldBack(double testFraction, int n) {
        int tests = (int) Math.round(testFraction * n);
        Check.that(
                testFraction > 0 && testFraction < 1 && tests > 0 && tests < n,
                "testFraction must leave some of the %d examples on both sides, but received %s",
                n,
                testFraction);
        return tests;
    }

    /** New array of the chosen rows. */
    static INDArray pick(INDArray all, int[] rows) {
        long[] shape = all.shape().clone();
        shape[0] = rows.length;
        if (all.rank() > 1)
            return Nd4j.pullRows(all.reshape(all.size(0), -1), 1, rows, 'c').reshape(shape);
        INDArray some = Nd4j.create(all.dataType(), shape);
        for (int i = 0; i < rows.length; i++) some.putScalar(i, all.getDouble(rows[i]));
        return some;
    }
}
