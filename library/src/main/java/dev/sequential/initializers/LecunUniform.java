package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Evenly distributed numbers of variance {@code 1 / fan}, the fan being the number of inputs; see {@link VarianceScaling}.
 *
 * @param seed if given, the same numbers each time; default none
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. 2017</a>
 */
public record LecunUniform(OptionalLong seed) implements Initializer {
    public LecunUniform {
        Check.notNull(seed, "seed of LecunUniform");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM, seed)
                .values(shape, random);
    }
}
