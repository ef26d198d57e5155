package dev.sequential.display;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Class numbers from what models take and give: numbers, one-hot rows, or probabilities. */
final class Labels {
    private Labels() {}

    /**
     * The class of each sample: of {@code (n,)} or {@code (n, 1)} the number itself, where not all are whole 1 above 0.5
     * and else 0; of {@code (n, classes)} the place of the largest.
     */
    static int[] of(INDArray array, String argument) {
        Check.notNull(array, argument);
        Shape shape = Shape.of(array.shape());
        Check.that(
                shape.rank() == 1 || shape.rank() == 2,
                "%s must have shape (n,), (n, 1) or (n, classes), but received %s",
                argument,
                shape);
        if (shape.rank() == 2 && shape.dim(1) > 1) return array.argMax(1).toIntVector();
        double[] values = array.reshape(array.length()).toDoubleVector();
        boolean whole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
        return Arrays.stream(values)
                .mapToInt(v -> whole ? (int) v : v > 0.5 ? 1 : 0)
                .toArray();
    }
}
