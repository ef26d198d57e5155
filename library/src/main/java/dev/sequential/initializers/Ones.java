package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.random.RandomGenerator;

/** All 1. */
public record Ones() implements Initializer {
    public static Ones of() {
        return new Ones();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Samples.fill(shape, 1);
    }
}
