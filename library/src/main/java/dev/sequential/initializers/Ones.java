package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ones everywhere. */
public record Ones() implements Initializer {
    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        double[] values = new double[Math.toIntExact(shape.size())];
        Arrays.fill(values, 1);
        return values;
    }
}
