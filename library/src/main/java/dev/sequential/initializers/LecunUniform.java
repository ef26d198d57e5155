package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.VarianceScaling.Distribution;
import dev.sequential.initializers.VarianceScaling.Mode;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Uniform within {@code ±√(3 / in)}, for selu (Klambauer et al., 2017).
 *
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
public record LecunUniform(OptionalLong seed) implements Initializer {
    public LecunUniform {
        Check.notNull(seed, "seed");
    }

    public static LecunUniform of() {
        return new LecunUniform(OptionalLong.empty());
    }

    public static LecunUniform of(long seed) {
        return new LecunUniform(OptionalLong.of(seed));
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, Mode.FAN_IN, Distribution.UNIFORM, seed).values(shape, random);
    }
}
