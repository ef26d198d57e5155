package dev.sequential.layers;

import dev.sequential.engine.Check;
import java.util.List;

/** Options of image layers that are a lower and an upper bound. */
final class Bounds {
    /** The numbers of a pixel where nothing else is said. */
    static final List<Double> PIXELS = List.of(0.0, 255.0);

    private Bounds() {}

    /**
     * The bounds that a factor stands for: two numbers as they are, one number {@code f} for {@code [-f, f]} as far as
     * that is allowed.
     */
    static List<Double> factor(double least, double most, List<Double> factor, String argument) {
        Check.that(
                factor != null && (factor.size() == 1 || factor.size() == 2),
                "%s must be one number or two, but received %s",
                argument,
                factor);
        for (double number : factor) Check.between(least, most, number, argument);
        if (factor.size() == 2) return sorted(factor);
        double upper = Math.abs(factor.get(0));
        return List.of(Math.max(-upper, least), upper);
    }

    /** The smallest and the largest number that a pixel may have. */
    static List<Double> range(List<Double> range, String argument) {
        Check.that(
                range != null && range.size() == 2 && !range.get(0).equals(range.get(1)),
                "%s must be two different numbers, but received %s",
                argument,
                range);
        return sorted(range);
    }

    private static List<Double> sorted(List<Double> numbers) {
        return numbers.stream().sorted().toList();
    }
}
