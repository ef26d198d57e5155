package dev.sequential.benchmarks;

import java.util.List;

/**
 * What one contender needed for one case.
 *
 * @param subject name of the case
 * @param measure what was measured, and in which unit
 * @param contender its name
 * @param values one number a round; none if it cannot do the case
 */
record Timing(String subject, Measure measure, String contender, List<Double> values) {
    /** Whether there is a number at all. */
    boolean hasValues() {
        return !values.isEmpty();
    }

    double least() {
        return sorted()[0];
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
