package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.random.RandomGenerator;

/**
 * A matrix with {@code gain} on its diagonal and 0 elsewhere.
 *
 * @param gain default 1
 */
public record Identity(double gain) implements Initializer {
    /** @throws IllegalArgumentException if the shape is not that of a matrix */
    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        Check.that(shape.rank() == 2, "Identity makes matrices, but received shape %s", shape);
        int rows = Math.toIntExact(shape.dim(0));
        int columns = Math.toIntExact(shape.dim(1));
        double[] values = new double[Math.multiplyExact(rows, columns)];
        for (int i = 0; i < Math.min(rows, columns); i++) values[i * columns + i] = gain;
        return values;
    }
}
