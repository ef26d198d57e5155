package dev.sequential.display;

import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array as NumPy would print it: element type, shape, and the elements, of which a large array shows the first and
 * last three of each axis.
 *
 * <pre>{@code
 * float32 (2, 3)
 * [[0.50, 0.25, 1.00],
 *  [2.00, 3.50, 0.75]]
 * }</pre>
 */
public final class ArrayText {
    /** Arrays of up to this many elements are shown whole. */
    private static final int WHOLE = 1000;
    /** So many at both ends of each axis of larger ones. */
    private static final int EDGE = 3;
    /** Longer lines are broken. */
    private static final int LINE = 88;

    private final ArrayCells cells;
    private final int rank;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    private ArrayText(INDArray array) {
        cells = new ArrayCells(array, shown(array, Integer.MAX_VALUE));
        rank = array.rank();
        width = cells.width();
    }

    /** Type, shape and elements, one row of the last axis a line. */
    public static String of(INDArray array) {
        String head = describe(array);
        if (isBare(array)) return head + "\n" + bare(array);
        ArrayText text = new ArrayText(array);
        text.print(new long[array.rank()], 0);
        return head + "\n" + text.out;
    }

    /** Type, shape and elements as HTML: a table for one or two axes, the text otherwise. */
    public static String html(INDArray array) {
        boolean flat = array.rank() == 1 || array.rank() == 2;
        return flat && !isBare(array) ? ArrayTable.html(array) : Html.pre(of(array));
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
            case UTF8 -> "string";
            default -> array.dataType().name().toLowerCase(Locale.ROOT);
        };
        return type + " " + Shape.of(array.shape());
    }

    /** Which places of each axis are shown, of long ones at most about so many. */
    static List<List<Integer>> shown(INDArray array, int most) {
        boolean whole = array.length() <= WHOLE;
        List<List<Integer>> shown = new ArrayList<>();
        for (long size : array.shape()) {
            shown.add(Elision.of(size, whole ? most / 2 : EDGE));
        }
        return shown;
    }

    /** Whether ND4J cannot give its elements one by one. */
    private static boolean isBare(INDArray array) {
        return array.isEmpty() || array.length() == 0 || array.dataType() == DataType.UTF8;
    }

    private static String bare(INDArray array) {
        return array.dataType() == DataType.UTF8 && !array.isEmpty() ? array.toString() : "[]";
    }

    private void print(long[] at, int axis) {
        if (axis == rank) {
            out.append(padded(cells.cell(at)));
            return;
        }
        boolean last = axis == rank - 1;
        String indent = " ".repeat(axis + 1);
        String between = last ? "," : "," + "\n".repeat(rank - axis - 1) + indent;
        int lineStart = out.length() - axis;
        out.append('[');
        boolean first = true;
        for (int i : cells.shown(axis)) {
            if (!first) out.append(between);
            if (!first && last) {
                boolean full = out.length() - lineStart + width + 2 > LINE;
                if (full) lineStart = out.length() + 1;
                out.append(full ? "\n" + indent : " ");
            }
            first = false;
            at[axis] = i;
            if (i == Elision.GAP) out.append("...");
            else print(at, axis + 1);
        }
        out.append(']');
    }

    private String padded(String cell) {
        return " ".repeat(width - cell.length()) + cell;
    }
}
