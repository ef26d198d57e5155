package dev.sequential.data;

import java.util.SplittableRandom;

/** The order in which {@code fit} goes through the rows of arrays in an epoch. Arrays themselves never change. */
public enum Shuffle {
    /** As given. */
    NONE,
    /** All rows in a new random order each epoch; Keras's {@code True}. */
    ROWS,
    /** Whole batches in a new random order, the rows inside as given, a shorter last batch last; Keras's {@code "batch"}. */
    BATCHES;

    /** The seed of one epoch's order, so that a training that is continued has the order of one that was not cut. */
    static long seed(long seed, int epoch) {
        return seed + epoch * 0x9E3779B97F4A7C15L;
    }

    /** Puts the row numbers of the next epoch into {@code order}, which holds those of an earlier one. */
    void next(int[] order, int batch, SplittableRandom random) {
        for (int i = 0; i < order.length; i++) order[i] = i;
        if (this == ROWS) permute(order, order.length, random);
        if (this == BATCHES) {
            int full = order.length / batch;
            int[] blocks = new int[full];
            for (int i = 0; i < full; i++) blocks[i] = i;
            permute(blocks, full, random);
            for (int i = 0; i < full * batch; i++) order[i] = blocks[i / batch] * batch + i % batch;
        }
    }

    /** Fisher and Yates's shuffle: every order is equally likely. */
    private static void permute(int[] values, int count, SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
