package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Normally distributed numbers.
 *
 * @param mean default 0
 * @param stddev deviation, 0 or more; default 0.05
 * @param seed if given, the same numbers each time; default none
 */
public record RandomNormal(double mean, double stddev, OptionalLong seed) implements Initializer {
    /** @throws IllegalArgumentException if the deviation is negative */
    public RandomNormal {
        Check.notNegative(stddev, "stddev of RandomNormal");
        Check.notNull(seed, "seed of RandomNormal");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Draws.of(shape, seed, random, r -> mean + stddev * r.nextGaussian());
    }
}
