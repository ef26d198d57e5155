package dev.sequential.metrics;

import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thresholds that predictions are compared with. Evenly spaced ones, from 0 to 1 or a little beyond, are compared by the
 * number of steps in a prediction, as Keras does, so that rounding falls the same way.
 */
record Thresholds(List<Double> values) {
    /** Below every prediction. */
    static final double LOWEST = -1e10;

    Thresholds {
        values = List.copyOf(values);
    }

    /** The given ones, or {@code alone} if none are given. */
    static Thresholds of(List<Double> given, double alone) {
        return new Thresholds(given.isEmpty() ? List.of(alone) : given);
    }

    /** So many from 0 to 1, both included; a single one is 0.5. */
    static Thresholds even(int count) {
        if (count == 1) return new Thresholds(List.of(0.5));
        return new Thresholds(
                IntStream.range(0, count).mapToObj(i -> i / (count - 1.0)).toList());
    }

    /** These between one just below 0 and one just above 1. */
    static Thresholds enclosed(List<Double> inner) {
        List<Double> all = new ArrayList<>(List.of(-Safe.EPSILON));
        inner.stream().sorted().forEach(all::add);
        all.add(1 + Safe.EPSILON);
        return new Thresholds(all);
    }

    int size() {
        return values.size();
    }

    /** 1 where a prediction is above a threshold; the thresholds are put along the axis of {@code shape} that is -1. */
    Tensor above(Tensor p, Shape shape) {
        boolean even = isEven();
        double[] bounds = IntStream.range(0, size())
                .mapToDouble(i -> !even ? values.get(i) : i == 0 && values.get(0) < 0 ? -1 : i)
                .toArray();
        Tensor compared = even ? p.clip(0, 1).times(size() - 1).ceil() : p;
        return compared.greaterThan(
                Tensor.constant(bounds, Shape.of(size()), p.dtype()).reshape(shape));
    }

    private boolean isEven() {
        if (size() < 3) return false;
        return IntStream.range(0, size())
                .allMatch(i -> Math.abs(values.get(i) - i / (size() - 1.0)) <= 2 * Safe.EPSILON);
    }
}
