package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.VarianceScaling.Distribution;
import dev.sequential.initializers.VarianceScaling.Mode;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Uniform within {@code ±√(6 / (in + out))} (Glorot and Bengio, 2010), the default of most kernels.
 *
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
public record GlorotUniform(OptionalLong seed) implements Initializer {
    public GlorotUniform {
        Check.notNull(seed, "seed");
    }

    public static GlorotUniform of() {
        return new GlorotUniform(OptionalLong.empty());
    }

    public static GlorotUniform of(long seed) {
        return new GlorotUniform(OptionalLong.of(seed));
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, Mode.FAN_AVG, Distribution.UNIFORM, seed).values(shape, random);
    }
}
