package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.VarianceScaling.Distribution;
import dev.sequential.initializers.VarianceScaling.Mode;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Truncated normal of deviation {@code √(1 / in)}, for selu (Klambauer et al., 2017).
 *
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
public record LecunNormal(OptionalLong seed) implements Initializer {
    public LecunNormal {
        Check.notNull(seed, "seed");
    }

    public static LecunNormal of() {
        return new LecunNormal(OptionalLong.empty());
    }

    public static LecunNormal of(long seed) {
        return new LecunNormal(OptionalLong.of(seed));
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, seed).values(shape, random);
    }
}
