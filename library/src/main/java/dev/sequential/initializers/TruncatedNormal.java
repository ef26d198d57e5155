package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Normally distributed numbers within two deviations of the mean.
 *
 * @param mean default 0
 * @param stddev deviation before the tails are cut, 0 or more; default 0.05
 * @param seed if given, the same numbers each time; default none
 */
public record TruncatedNormal(double mean, double stddev, OptionalLong seed) implements Initializer {
    /** @throws IllegalArgumentException if the deviation is negative */
    public TruncatedNormal {
        Check.notNegative(stddev, "stddev of TruncatedNormal");
        Check.notNull(seed, "seed of TruncatedNormal");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Draws.of(shape, seed, random, r -> mean + stddev * Draws.truncatedNormal(r));
    }
}
