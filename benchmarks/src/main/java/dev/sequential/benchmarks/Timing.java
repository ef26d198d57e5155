package dev.sequential.benchmarks;

import java.util.List;

/**
 * What one contender needed for one case.
 *
 * @param subject name of the case
 * @param kind {@code fit}, a training step, or {@code predict}, a batch
 * @param contender its name
 * @param ms milliseconds a step, one number a round
 */
record Timing(String subject, String kind, String contender, List<Double> ms) {
    double least() {
        return sorted()[0];
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted() {
        return ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
