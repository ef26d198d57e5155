package dev.sequential.data;

import dev.sequential.engine.Memory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Batches of arrays: all rows once an epoch, or a given number of batches from an endless cycle through the rows. */
public final class ArrayStream implements BatchStream {
    private final Samples samples;
    private final int batch;
    private final Shuffle shuffle;
    private final long seed;
    private final boolean cycle;
    private final int steps;
    private final int[] order;
    private int step;
    private int row;
    private int size;
    private BatchShapes shapes;

    private ArrayStream(Samples samples, int batch, Shuffle shuffle, long seed, OptionalInt steps, boolean cycle) {
        this.samples = samples;
        this.batch = batch;
        this.shuffle = shuffle;
        this.seed = seed;
        this.cycle = cycle;
        this.order = new int[samples.count()];
        int whole = (samples.count() + batch - 1) / batch;
        this.steps = cycle ? steps.orElseThrow() : Math.min(whole, steps.orElse(whole));
        Shuffle.NONE.next(order, batch, new SplittableRandom(seed));
    }

    /** All rows once an epoch, in an order that {@code seed} fixes. */
    public static ArrayStream shuffled(Samples samples, int batch, Shuffle shuffle, long seed) {
        return new ArrayStream(samples, batch, shuffle, seed, OptionalInt.empty(), false);
    }

    /** The rows as given, at most {@code steps} batches of them if that is said. */
    public static ArrayStream inOrder(Samples samples, int batch, OptionalInt steps) {
        return new ArrayStream(samples, batch, Shuffle.NONE, 0, steps, false);
    }

    /** {@code steps} batches an epoch; the rows come in order again and again, each epoch going on where the last one stopped. */
    public static ArrayStream cycle(Samples samples, int batch, int steps) {
        return new ArrayStream(samples, batch, Shuffle.NONE, 0, OptionalInt.of(steps), true);
    }

    @Override
    public OptionalInt steps() {
        return OptionalInt.of(steps);
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(cycle ? (long) steps * batch : Math.min(order.length, (long) steps * batch));
    }

    @Override
    public OptionalInt batchSize() {
        return OptionalInt.of(batch);
    }

    @Override
    public void begin(int epoch) {
        step = 0;
        if (cycle) return;
        shuffle.next(order, batch, new SplittableRandom(Shuffle.seed(seed, epoch)));
        row = 0;
        size = 0;
    }

    @Override
    public Optional<BatchShapes> next() {
        if (step == steps) return Optional.empty();
        step++;
        row += size;
        if (row == order.length) row = 0;
        size = Math.min(batch, order.length - row);
        if (shapes == null || shapes.rows() != size) shapes = samples.shapes(size);
        return Optional.of(shapes);
    }

    @Override
    public void fill(List<Memory> inputs, List<Memory> targets, List<Memory> weights) {
        samples.gather(order, row, size, inputs, targets, weights);
    }
}
