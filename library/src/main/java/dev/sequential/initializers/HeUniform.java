package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Evenly distributed numbers of variance {@code 2 / fan}, the fan being the number of inputs; see {@link VarianceScaling}.
 *
 * @param seed if given, the same numbers each time; default none
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>
 */
public record HeUniform(OptionalLong seed) implements Initializer {
    public HeUniform {
        Check.notNull(seed, "seed of HeUniform");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(2, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM, seed)
                .values(shape, random);
    }
}
