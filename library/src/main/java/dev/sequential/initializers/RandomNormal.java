package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Normally distributed numbers.
 *
 * @param mean default 0
 * @param stddev 0 or more; default 0.05
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
@Config
public record RandomNormal(double mean, double stddev, OptionalLong seed) implements Initializer {
    public RandomNormal {
        Check.notNegative(stddev, "stddev");
        Check.notNull(seed, "seed");
    }

    /** With the defaults. */
    public static RandomNormal of() {
        return new RandomNormal(0, 0.05, OptionalLong.empty());
    }

    /** With options. */
    public static RandomNormal of(Consumer<RandomNormalBuilder> options) {
        RandomNormalBuilder builder = RandomNormalBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Samples.normal(shape, mean, stddev, Samples.source(seed, random));
    }
}
