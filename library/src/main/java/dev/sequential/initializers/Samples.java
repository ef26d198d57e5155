package dev.sequential.initializers;

import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** Draws as many numbers as a shape holds. */
final class Samples {
    private Samples() {}

    /** The generator of a seed of its own, else the one given. */
    static RandomGenerator source(OptionalLong seed, RandomGenerator random) {
        return seed.isPresent() ? new SplittableRandom(seed.getAsLong()) : random;
    }

    static double[] uniform(Shape shape, double low, double high, RandomGenerator random) {
        return draw(shape, () -> low + (high - low) * random.nextDouble());
    }

    static double[] normal(Shape shape, double mean, double deviation, RandomGenerator random) {
        return draw(shape, () -> mean + deviation * random.nextGaussian());
    }

    /** Values more than two deviations from the mean are drawn again. */
    static double[] truncatedNormal(Shape shape, double mean, double deviation, RandomGenerator random) {
        return draw(shape, () -> {
            double z = random.nextGaussian();
            while (Math.abs(z) > 2) z = random.nextGaussian();
            return mean + deviation * z;
        });
    }

    static double[] fill(Shape shape, double value) {
        return draw(shape, () -> value);
    }

    private static double[] draw(Shape shape, DoubleSupplier next) {
        double[] values = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) values[i] = next.getAsDouble();
        return values;
    }
}
