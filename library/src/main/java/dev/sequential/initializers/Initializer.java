package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.random.RandomGenerator;

/** Gives a new weight its first values. */
@FunctionalInterface
public interface Initializer {
    /** Values in row-major order, as many as {@code shape} holds; all randomness comes from {@code random}. */
    double[] values(Shape shape, RandomGenerator random);
}
