package dev.sequential.data;

import dev.sequential.engine.Shape;
import java.util.List;

/**
 * Shapes of one batch, whose first length is the number of rows everywhere: what a step is compiled for.
 *
 * @param inputs one for each input of the model
 * @param targets one for each output that has a loss; none for prediction
 * @param weights one for each target, or none if nothing is weighed
 */
public record BatchShapes(List<Shape> inputs, List<Shape> targets, List<Shape> weights) {
    public BatchShapes {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        weights = List.copyOf(weights);
    }

    /** Number of rows. */
    public int rows() {
        return Math.toIntExact(inputs.get(0).dim(0));
    }

    /** The same for another number of rows. */
    public BatchShapes withRows(int rows) {
        return new BatchShapes(withRows(inputs, rows), withRows(targets, rows), withRows(weights, rows));
    }

    private static List<Shape> withRows(List<Shape> shapes, int rows) {
        return shapes.stream().map(s -> s.withDim(0, rows)).toList();
    }
}
