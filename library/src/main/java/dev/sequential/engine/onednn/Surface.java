package dev.sequential.engine.onednn;

import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.loops.Layout;
import java.util.List;

/**
 * The places of a result as rows and columns, so that each operand is one of four: an element for each place, one for
 * each column, one for each row, or one for all.
 */
record Surface(Shape result, long columns) {

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
        return new Surface(result, columns == 0 ? result.size() : columns);
    }

    long rows() {
        return result.size() / columns;
    }

    /** The lengths of an operand's axes, 1 where it is repeated. */
    long[] dims(Memory operand) {
        Layout layout = Layout.broadcast(operand.shape(), result);
        if (layout.isFull()) return new long[] {rows(), columns};
        if (layout.isSingle()) return new long[] {1, 1};
        return layout.isSuffix() ? new long[] {1, columns} : new long[] {rows(), 1};
    }
}
