package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Evenly distributed numbers of variance {@code 1 / fan}, the fan being the mean of both fans; see {@link VarianceScaling}.
 *
 * @param seed if given, the same numbers each time; default none
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010</a>
 */
public record GlorotUniform(OptionalLong seed) implements Initializer {
    public GlorotUniform {
        Check.notNull(seed, "seed of GlorotUniform");
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return new VarianceScaling(1, VarianceScaling.Mode.FAN_AVG, VarianceScaling.Distribution.UNIFORM, seed)
                .values(shape, random);
    }
}
