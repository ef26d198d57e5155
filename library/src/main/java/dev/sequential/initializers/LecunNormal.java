package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Normally (within two deviations) distributed numbers of variance {@code 1 / fan}, the fan being the number of inputs; see {@link VarianceScaling}.
 *
 * @param seed if given, the same numbers each time; default none
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public record LecunNormal(OptionalLong seed) implements Initializer {
    public LecunNormal {
        Check.notNull(seed, "seed of LecunNormal");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.TRUNCATED_NORMAL, seed)
                .values(shape, random);
    }
}
