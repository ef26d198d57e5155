package dev.sequential.unit;

import dev.sequential.engine.Shape;
import java.util.Locale;

/** Compares arrays as the golden values ask for: {@code distance = max|a-b| / max(max|b|, 0.1)}. */
public final class ArrayAsserts {
    private ArrayAsserts() {}

    /** Fails unless shapes are equal and the distance is within the tolerance; NaN equals NaN. */
    public static void assertClose(String what, Values actual, Values expected, double tolerance) {
        if (!actual.shape().equals(expected.shape())) {
            throw new AssertionError(what + ": expected shape " + expected.shape() + " but was " + actual.shape());
        }
        double scale = 0.1;
        double error = 0;
        int worst = -1;
        int first = -1;
        for (double b : expected.data()) if (Double.isFinite(b)) scale = Math.max(scale, Math.abs(b));
        for (int i = 0; i < expected.data().length; i++) {
            double difference = difference(actual.data()[i], expected.data()[i]);
            if (difference > error) {
                error = difference;
                worst = i;
            }
            if (first < 0 && difference / scale > tolerance) first = i;
        }
        if (first < 0) return;
        throw new AssertionError(String.format(
                Locale.ROOT,
                "%s of shape %s: distance %.3g is above %.3g\n  first at %s: expected %s but was %s\n  largest error %.3g at %s: expected %s but was %s",
                what,
                expected.shape(),
                error / scale,
                tolerance,
                place(first, expected.shape()),
                expected.data()[first],
                actual.data()[first],
                error,
                place(worst, expected.shape()),
                expected.data()[worst],
                actual.data()[worst]));
    }

    private static double difference(double a, double b) {
        if (Double.isNaN(a) && Double.isNaN(b) || a == b) return 0;
        double difference = Math.abs(a - b);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    private static String place(int index, Shape shape) {
        long[] place = new long[shape.rank()];
        long rest = index;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            place[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return java.util.Arrays.toString(place);
    }
}
