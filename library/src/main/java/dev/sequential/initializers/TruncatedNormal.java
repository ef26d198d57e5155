package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Normally distributed numbers; those more than two deviations from the mean are drawn again.
 *
 * @param mean default 0
 * @param stddev 0 or more; default 0.05
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
@Config
public record TruncatedNormal(double mean, double stddev, OptionalLong seed) implements Initializer {
    public TruncatedNormal {
        Check.notNegative(stddev, "stddev");
        Check.notNull(seed, "seed");
    }

    /** With the defaults. */
    public static TruncatedNormal of() {
        return new TruncatedNormal(0, 0.05, OptionalLong.empty());
    }

    /** With options. */
    public static TruncatedNormal of(Consumer<TruncatedNormalBuilder> options) {
        TruncatedNormalBuilder builder = TruncatedNormalBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Samples.truncatedNormal(shape, mean, stddev, Samples.source(seed, random));
    }
}
