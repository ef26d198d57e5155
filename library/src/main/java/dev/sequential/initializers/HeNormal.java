package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.VarianceScaling.Distribution;
import dev.sequential.initializers.VarianceScaling.Mode;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Truncated normal of deviation {@code √(2 / in)}, for rectifiers (He et al., 2015).
 *
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
public record HeNormal(OptionalLong seed) implements Initializer {
    public HeNormal {
        Check.notNull(seed, "seed");
    }

    public static HeNormal of() {
        return new HeNormal(OptionalLong.empty());
    }

    public static HeNormal of(long seed) {
        return new HeNormal(OptionalLong.of(seed));
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, seed).values(shape, random);
    }
}
