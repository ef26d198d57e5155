package dev.sequential.training;

import java.util.Map;

/**
 * How far a pass through the data is.
 *
 * @param step batches done
 * @param steps batches in all
 * @param rows rows done
 * @param allRows rows in all
 * @param seconds since the pass began
 * @param firstStep seconds the first batch took, which is slow because programs are made in it
 * @param values what to show
 */
record Moment(
        int step, int steps, long rows, long allRows, double seconds, double firstStep, Map<String, Double> values) {
    /** Seconds a batch takes, the first one left out once there is a second. */
    double perStep() {
        if (step == 0) return 0;
        return step == 1 ? seconds : (seconds - firstStep) / (step - 1);
    }

    /** Seconds a row takes, all batches counted. */
    double perRow() {
        return rows == 0 ? 0 : seconds / rows;
    }
}
