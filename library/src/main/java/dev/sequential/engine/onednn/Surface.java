package dev.sequential.engine.onednn;

import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.loops.Layout;
import java.util.List;

/**
 * The places of a result as rows and columns, so that each operand is one of four: an element for each place, one for
 * each column, one for each row, or one for all.
 */
record Surface(long rows, long columns) {

    /** How operands lie under a result, or {@code null} if one lies otherwise. */
    static Surface of(List<Memory> operands, Shape result) {
        long columns = 0;
        for (Memory operand : operands) {
            Layout layout = Layout.broadcast(operand.shape(), result);
            if (layout.isFull() || layout.isSingle()) continue;
            boolean row = layout.isSuffix();
            boolean column = layout.rank() == 2 && layout.strides()[0] == 1 && layout.strides()[1] == 0;
            if (!row && !column || columns != 0 && columns != layout.inner()) return null;
            columns = layout.inner();
        }
        return columns == 0 ? new Surface(1, result.size()) : new Surface(result.size() / columns, columns);
    }

    /** The lengths of an operand's axes, 1 where it is repeated. */
    long[] dims(Memory operand) {
        long size = operand.size();
        if (size == rows * columns) return new long[] {rows, columns};
        if (size == 1) return new long[] {1, 1};
        return size == columns ? new long[] {1, columns} : new long[] {rows, 1};
    }
}
