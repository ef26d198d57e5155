package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One number everywhere.
 *
 * @param value the number
 */
public record Constant(double value) implements Initializer {
    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        double[] values = new double[Math.toIntExact(shape.size())];
        Arrays.fill(values, value);
        return values;
    }
}
