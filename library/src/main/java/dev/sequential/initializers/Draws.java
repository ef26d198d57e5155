package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Draws the elements of a weight one after the other. */
final class Draws {
    private Draws() {}

    /** As many draws as the shape holds; with a seed always the same ones. */
    static double[] of(Shape shape, OptionalLong seed, RandomGenerator random, ToDoubleFunction<RandomGenerator> draw) {
        RandomGenerator source = seed.isPresent() ? new SplittableRandom(seed.getAsLong()) : random;
        double[] values = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) values[i] = draw.applyAsDouble(source);
        return values;
    }

    /** A number of the standard normal distribution within two deviations; others are drawn again. */
    static double truncatedNormal(RandomGenerator random) {
        double value = random.nextGaussian();
        while (Math.abs(value) > 2) value = random.nextGaussian();
        return value;
    }
}
