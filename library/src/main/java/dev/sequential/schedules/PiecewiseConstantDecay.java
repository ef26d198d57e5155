package dev.sequential.schedules;

import dev.sequential.engine.Check;
import java.util.List;

/**
 * Fixed rates between fixed steps: {@code values[i]} up to and including the step {@code boundaries[i]}, the last value after
 * them.
 *
 * <pre>{@code
 * PiecewiseConstantDecay.of(List.of(1000, 5000), List.of(0.1, 0.01, 0.001))
 * }</pre>
 *
 * @param boundaries rising steps
 * @param values one more than boundaries, 0 or more each
 */
public record PiecewiseConstantDecay(List<Integer> boundaries, List<Double> values) implements Schedule {
    public PiecewiseConstantDecay {
        boundaries = List.copyOf(boundaries);
        values = List.copyOf(values);
        Check.that(
                values.size() == boundaries.size() + 1,
                "values must be one more than the %d boundaries, but received %d",
                boundaries.size(),
                values.size());
        for (double value : values) Check.notNegative(value, "values");
        for (int i = 1; i < boundaries.size(); i++) {
            Check.that(boundaries.get(i - 1) < boundaries.get(i), "boundaries must rise, but received %s", boundaries);
        }
    }

    public static PiecewiseConstantDecay of(List<Integer> boundaries, List<Double> values) {
        return new PiecewiseConstantDecay(boundaries, values);
    }

    @Override
    public double rate(long step) {
        int i = 0;
        while (i < boundaries.size() && step > boundaries.get(i)) i++;
        return values.get(i);
    }
}
