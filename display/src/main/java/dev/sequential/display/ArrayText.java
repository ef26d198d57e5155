package dev.sequential.display;

import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array as NumPy would print it: element type, shape, and the elements, of which a large array shows the first and
 * last three of each axis.
 *
 * <pre>{@code
 * float32 (2, 3)
 * [[0.5, 0.25, 1.0 ],
 *  [2.0, 3.5 , 0.75]]
 * }</pre>
 */
public final class ArrayText {
    /** Arrays of up to this many elements are shown whole. */
    private static final int WHOLE = 1000;
    /** So many at both ends of each axis of larger ones. */
    private static final int EDGE = 3;

    private final INDArray array;
    private final List<List<Integer>> shown = new ArrayList<>();
    private final DoubleFunction<String> decimal;
    private int width;

    private ArrayText(INDArray array) {
        this.array = array;
        boolean whole = array.length() <= WHOLE;
        for (long size : array.shape()) shown.add(whole ? Elision.all(size) : Elision.of(size, EDGE));
        decimal = array.isR() ? format() : null;
        forEach(new long[array.rank()], 0, at -> width = Math.max(width, cell(at).length()));
    }

    /** Type, shape and elements, one row of the last axis a line. */
    public static String of(INDArray array) {
        String head = describe(array);
        if (array.isEmpty() || array.length() == 0) return head + "\n[]";
        if (array.dataType() == DataType.UTF8) return head + "\n" + array;
        ArrayText text = new ArrayText(array);
        StringBuilder out = new StringBuilder(head).append('\n');
        text.print(new long[array.rank()], 0, out);
        return out.toString();
    }

    /** Type, shape and elements as HTML: a table for one or two axes, the text otherwise. */
    public static String html(INDArray array) {
        boolean flat = array.rank() == 1 || array.rank() == 2;
        if (array.isEmpty() || array.length() == 0 || !flat || array.dataType() == DataType.UTF8) {
            return "<pre>" + TextTable.escape(of(array)) + "</pre>";
        }
        ArrayText text = new ArrayText(array);
        int last = array.rank() - 1;
        List<String> header = new ArrayList<>(List.of(""));
        text.shown.get(last).forEach(i -> header.add(i < 0 ? "…" : Integer.toString(i)));
        List<List<String>> rows = new ArrayList<>();
        for (int row : last == 0 ? List.of(0) : text.shown.get(0)) {
            List<String> cells = new ArrayList<>(List.of(last == 0 ? "" : row < 0 ? "…" : Integer.toString(row)));
            for (int i : text.shown.get(last)) {
                cells.add(row < 0 || i < 0 ? "…" : text.cell(last == 0 ? new long[] {i} : new long[] {row, i}));
            }
            rows.add(cells);
        }
        return "<p>" + describe(array) + "</p>\n" + TextTable.of(header, rows).html();
    }

    /** {@code float32 (1797, 64)}. */
    public static String describe(INDArray array) {
        String type = switch (array.dataType()) {
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case HALF -> "float16";
            case INT -> "int32";
            case LONG -> "int64";
            case SHORT -> "int16";
            case BYTE -> "int8";
            case UBYTE -> "uint8";
            default -> array.dataType().name().toLowerCase(Locale.ROOT);
        };
        return type + " " + Shape.of(array.shape());
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

    private String cell(long... at) {
        if (array.isR()) return decimal.apply(array.getDouble(at));
        if (array.dataType() == DataType.BOOL) return Boolean.toString(array.getDouble(at) != 0);
        return Long.toString(array.getLong(at));
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
            if (i < 0) continue;
            at[axis] = i;
            forEach(at, axis + 1, visitor);
        }
    }

    private void print(long[] at, int axis, StringBuilder out) {
        if (axis == at.length) {
            out.append(" ".repeat(width - cell(at).length())).append(cell(at));
            return;
        }
        boolean last = axis == at.length - 1;
        String gap = last ? ", " : "," + "\n".repeat(at.length - axis - 1) + " ".repeat(axis + 1);
        out.append('[');
        boolean first = true;
        for (int i : shown.get(axis)) {
            if (!first) out.append(gap);
            first = false;
            at[axis] = i;
            if (i < 0) out.append("...");
            else print(at, axis + 1, out);
        }
        out.append(']');
    }
}
