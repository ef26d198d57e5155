package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Numbers of an interval, all equally likely.
 *
 * @param minval lower bound; default -0.05
 * @param maxval upper bound, not below the lower; default 0.05
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
@Config
public record RandomUniform(double minval, double maxval, OptionalLong seed) implements Initializer {
    public RandomUniform {
        Check.that(minval <= maxval, "maxval must be %s or more, as minval is, but received %s", minval, maxval);
        Check.notNull(seed, "seed");
    }

    /** With the defaults. */
    public static RandomUniform of() {
        return new RandomUniform(-0.05, 0.05, OptionalLong.empty());
    }

    /** With options. */
    public static RandomUniform of(Consumer<RandomUniformBuilder> options) {
        RandomUniformBuilder builder = RandomUniformBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Samples.uniform(shape, minval, maxval, Samples.source(seed, random));
    }
}
