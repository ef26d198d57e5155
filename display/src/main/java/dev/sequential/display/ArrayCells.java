package dev.sequential.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The elements of an array that are shown, each as a text of the same form. */
final class ArrayCells {
    private final INDArray array;
    private final List<List<Integer>> shown;
    private final DoubleFunction<String> decimal;

    /** Shows the elements at these places of each axis, except {@link Elision#GAP}. */
    ArrayCells(INDArray array, List<List<Integer>> shown) {
        this.array = array;
        this.shown = List.copyOf(shown);
        this.decimal = array.isR() ? format() : null;
    }

    /** Places of an axis. */
    List<Integer> shown(int axis) {
        return shown.get(axis);
    }

    String cell(long... at) {
        if (array.isR()) return decimal.apply(array.getDouble(at));
        if (array.dataType() == DataType.BOOL) return Boolean.toString(array.getDouble(at) != 0);
        return Long.toString(array.getLong(at));
    }

    /** The longest. */
    int width() {
        int[] width = {0};
        forEach(new long[array.rank()], 0, at -> width[0] = Math.max(width[0], cell(at).length()));
        return width[0];
    }

    /** One form for all: as few digits after the point as they need, at most four; exponents if even the largest is tiny or huge. */
    private DoubleFunction<String> format() {
        List<Double> values = new ArrayList<>();
        forEach(new long[array.rank()], 0, at -> values.add(array.getDouble(at)));
        values.removeIf(v -> !Double.isFinite(v) || v == 0);
        values.replaceAll(Math::abs);
        double most = values.isEmpty() ? 0 : Collections.max(values);
        if (most >= 1e8 || most < 1e-2 && most > 0) return v -> special(v, "%.4e");
        int digits = 1;
        for (double v : values) {
            while (digits < 4 && losesDigits(v, digits)) digits++;
        }
        String pattern = "%." + digits + "f";
        return v -> special(v, pattern);
    }

    private static boolean losesDigits(double value, int digits) {
        double kept = Math.rint(value * Math.pow(10, digits)) / Math.pow(10, digits);
        return kept == 0 || Math.abs(value - kept) > 5e-6;
    }

    private static String special(double value, String pattern) {
        if (Double.isNaN(value)) return "nan";
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        return String.format(Locale.ROOT, pattern, value);
    }

    private interface Visitor {
        void at(long[] index);
    }

    private void forEach(long[] at, int axis, Visitor visitor) {
        if (axis == at.length) {
            visitor.at(at);
            return;
        }
        for (int i : shown.get(axis)) {
            if (i == Elision.GAP) continue;
            at[axis] = i;
            forEach(at, axis + 1, visitor);
        }
    }
}
