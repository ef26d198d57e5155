package dev.sequential.data;

import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import java.util.List;

/**
 * Arrays that have been checked against a model.
 *
 * @param inputs one for each input
 * @param targets one for each output that has a loss; none for prediction
 * @param weights sample weights, one for each target, or none
 */
public record Samples(List<Rows> inputs, List<RowSource> targets, List<Rows> weights) {
    public Samples {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        weights = List.copyOf(weights);
    }

    /** Number of rows, the same everywhere. */
    public int count() {
        return Math.toIntExact(inputs.get(0).count());
    }

    /** The rows from {@code first} (inclusive) to {@code end} (exclusive). */
    public Samples slice(int first, int end) {
        return new Samples(
                inputs.stream().map(r -> r.slice(first, end)).toList(),
                targets.stream().map(r -> r.slice(first, end)).toList(),
                weights.stream().map(r -> r.slice(first, end)).toList());
    }

    /** The same rows with other weights. */
    public Samples weighted(List<Rows> others) {
        return new Samples(inputs, targets, others);
    }

    /** Shapes of so many rows. */
    public BatchShapes shapes(int rows) {
        return new BatchShapes(shapes(inputs, rows), shapes(targets, rows), shapes(weights, rows));
    }

    private static List<Shape> shapes(List<? extends RowSource> sources, int rows) {
        return sources.stream().map(s -> Shape.of(rows).and(s.sample())).toList();
    }

    /** Copies rows into a step's buffers; see {@link Rows#gather}. */
    void gather(int[] order, int first, int rows, List<Memory> x, List<Memory> y, List<Memory> w) {
        gather(inputs, order, first, rows, x);
        gather(targets, order, first, rows, y);
        gather(weights, order, first, rows, w);
    }

    private static void gather(List<? extends RowSource> from, int[] order, int first, int rows, List<Memory> to) {
        for (int i = 0; i < from.size(); i++) from.get(i).gather(order, first, rows, to.get(i));
    }
}
