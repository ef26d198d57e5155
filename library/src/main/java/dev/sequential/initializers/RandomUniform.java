package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Evenly distributed numbers of {@code [minval, maxval)}.
 *
 * @param minval default -0.05
 * @param maxval default 0.05
 * @param seed if given, the same numbers each time; default none
 */
public record RandomUniform(double minval, double maxval, OptionalLong seed) implements Initializer {
    /** @throws IllegalArgumentException if minval is above maxval */
    public RandomUniform {
        Check.that(
                minval <= maxval,
                "minval of RandomUniform must not be above maxval, but received %s and %s",
                minval,
                maxval);
        Check.notNull(seed, "seed of RandomUniform");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Draws.of(shape, seed, random, r -> minval + (maxval - minval) * r.nextDouble());
    }
}
