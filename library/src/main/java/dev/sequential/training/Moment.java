package dev.sequential.training;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far a pass through the data is.
 *
 * @param step batches done
 * @param steps batches in all, if known
 * @param rows rows done
 * @param allRows rows in all, if known
 * @param seconds since the pass began
 * @param firstStep seconds the first batch took, which is slow because programs are made in it
 * @param values what to show
 */
record Moment(
        int step,
        OptionalInt steps,
        long rows,
        OptionalLong allRows,
        double seconds,
        double firstStep,
        Map<String, Double> values) {
    /** The same pass at its end, when all there was is known. */
    Moment atEnd() {
        return new Moment(step, OptionalInt.of(step), rows, allRows, seconds, firstStep, values);
    }

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
