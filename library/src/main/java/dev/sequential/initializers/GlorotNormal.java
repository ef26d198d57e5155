package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.VarianceScaling.Distribution;
import dev.sequential.initializers.VarianceScaling.Mode;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Truncated normal of deviation {@code √(2 / (in + out))} (Glorot and Bengio, 2010).
 *
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
public record GlorotNormal(OptionalLong seed) implements Initializer {
    public GlorotNormal {
        Check.notNull(seed, "seed");
    }

    public static GlorotNormal of() {
        return new GlorotNormal(OptionalLong.empty());
    }

    public static GlorotNormal of(long seed) {
        return new GlorotNormal(OptionalLong.of(seed));
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, Mode.FAN_AVG, Distribution.TRUNCATED_NORMAL, seed).values(shape, random);
    }
}
