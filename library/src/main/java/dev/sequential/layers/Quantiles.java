package dev.sequential.layers;

import dev.sequential.engine.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Boundaries between bins of about the same number of values, found in batch after batch with little memory: some values
 * of each batch stand for those before them, and are thinned out by interpolation. As Keras computes them.
 */
final class Quantiles {
    /** A value, and how many it stands for. */
    private record Part(double value, double weight) {}

    private final double epsilon;
    private List<Part> parts = List.of();

    Quantiles(double epsilon) {
        this.epsilon = epsilon;
    }

    /** Takes a batch in. */
    void add(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double step = Math.max(sorted.length * epsilon, 1);
        List<Part> merged = new ArrayList<>();
        for (int i = (int) (step - 1); i < sorted.length; i += (int) step) merged.add(new Part(sorted[i], step));
        merged.addAll(parts);
        merged.sort(Comparator.comparingDouble(Part::value));
        parts = compressed(merged, epsilon);
    }

    /** The boundaries of so many bins. */
    List<Double> boundaries(int bins) {
        Check.that(!parts.isEmpty(), "Discretization needs data to adapt to");
        List<Part> found = compressed(parts, 1.0 / bins);
        return found.subList(0, found.size() - 1).stream().map(Part::value).toList();
    }

    private static List<Part> compressed(List<Part> parts, double share) {
        if (parts.size() * share < 1) return parts;
        double[] values = parts.stream().mapToDouble(Part::value).toArray();
        double[] sums = new double[values.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) sums[i] = sum += parts.get(i).weight();
        double[] shares = new double[sums.length];
        for (int i = 0; i < sums.length; i++) shares[i] = sums[i] / sum;
        List<Part> result = new ArrayList<>();
        double before = 0;
        int steps = (int) Math.ceil(1 / share);
        for (int i = 0; i < steps; i++) {
            double at = share + i * share;
            double upTo = interpolated(at, shares, sums);
            result.add(new Part((float) interpolated(at, shares, values), (float) (upTo - before)));
            before = upTo;
        }
        return result;
    }

    /** The line through the points {@code (x, y)} at a place, level outside. */
    private static double interpolated(double at, double[] x, double[] y) {
        if (at <= x[0]) return y[0];
        for (int i = 1; i < x.length; i++) {
            if (at <= x[i]) return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
        }
        return y[y.length - 1];
    }
}
