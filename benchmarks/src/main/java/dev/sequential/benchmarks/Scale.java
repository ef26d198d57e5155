package dev.sequential.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A logarithmic axis over whole powers of ten.
 *
 * @param low exponent at its left end
 * @param high exponent at its right end
 * @param left where it begins in the picture
 * @param right where it ends
 */
record Scale(int low, int high, double left, double right) {
    /** The smallest that holds these numbers, all above 0. */
    static Scale of(double[] numbers, double left, double right) {
        int low = (int) Math.floor(Math.log10(DoubleStream.of(numbers).min().orElseThrow()));
        int high = (int) Math.ceil(Math.log10(DoubleStream.of(numbers).max().orElseThrow()));
        return new Scale(low, Math.max(high, low + 1), left, right);
    }

    /** Where a number is; one beyond an end is there. */
    double at(double number) {
        double share = (Math.log10(number) - low) / (high - low);
        return left + (right - left) * Math.max(0, Math.min(1, share));
    }

    /** The powers of ten. */
    List<Double> ticks() {
        return IntStream.rangeClosed(low, high).mapToObj(e -> Math.pow(10, e)).toList();
    }
}
