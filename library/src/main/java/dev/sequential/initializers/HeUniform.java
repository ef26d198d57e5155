package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.VarianceScaling.Distribution;
import dev.sequential.initializers.VarianceScaling.Mode;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Uniform within {@code ±√(6 / in)}, for rectifiers (He et al., 2015).
 *
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
public record HeUniform(OptionalLong seed) implements Initializer {
    public HeUniform {
        Check.notNull(seed, "seed");
    }

    public static HeUniform of() {
        return new HeUniform(OptionalLong.empty());
    }

    public static HeUniform of(long seed) {
        return new HeUniform(OptionalLong.of(seed));
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(2, Mode.FAN_IN, Distribution.UNIFORM, seed).values(shape, random);
    }
}
