package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.random.RandomGenerator;

/**
 * One number everywhere.
 *
 * @param value the number; default 0
 */
public record Constant(double value) implements Initializer {
    public Constant {
        Check.that(Double.isFinite(value), "value of Constant must be a number, but received %s", value);
    }

    public static Constant of(double value) {
        return new Constant(value);
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        return Samples.fill(shape, value);
    }
}
