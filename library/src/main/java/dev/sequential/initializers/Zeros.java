package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.random.RandomGenerator;

/** All 0. */
public record Zeros() implements Initializer {
    public static Zeros of() {
        return new Zeros();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Samples.fill(shape, 0);
    }
}
