package dev.sequential.data;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Memory;
import dev.sequential.engine.NativeArrays;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.engine.Variable;
import dev.sequential.engine.loops.RowsCopy;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array's rows as a step wants them: dense, of one element type. An array that is so already is used where it is and
 * never written; any other is copied once.
 */
public final class Rows implements RowSource {
    private final Memory memory;
    private final long begin;
    private final long count;
    private final long rowBytes;
    private Memory buffer;
    private RowsCopy copy;

    private Rows(Memory memory, long begin, long count) {
        this.memory = memory;
        this.begin = begin;
        this.count = count;
        this.rowBytes = sample().size() * memory.dtype().bytes();
    }

    /** The rows of an array as elements of this type. */
    public static Rows of(INDArray array, DType dtype) {
        DataType wanted = Variable.dataType(dtype);
        INDArray given = NativeArrays.counted(array);
        INDArray cast = given.dataType() == wanted ? given : NativeArrays.counted(given.castTo(wanted));
        INDArray dense = isDense(cast) ? cast : NativeArrays.counted(cast.dup('c'));
        return new Rows(Memory.of(dense, new Type(Shape.of(dense.shape()), dtype)), 0, dense.size(0));
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Shape sample() {
        Shape shape = memory.shape();
        return shape.slice(1, shape.rank());
    }

    /** The elements, all rows of what {@link #of} was given; not to be changed, they may be the user's. */
    public INDArray array() {
        return memory.array();
    }

    /** The rows from {@code first} (inclusive) to {@code end} (exclusive), in the same memory. */
    @Override
    public Rows slice(long first, long end) {
        return new Rows(memory, begin + first, end - first);
    }

    @Override
    public void gather(int[] order, int first, int rows, Memory into) {
        if (into != buffer) {
            Check.state(
                    into.dtype() == memory.dtype() && into.size() * into.dtype().bytes() == rows * rowBytes,
                    "%s cannot take %d rows of %s",
                    into,
                    rows,
                    memory);
            buffer = into;
            copy = new RowsCopy(memory, into, rows);
        }
        copy.run(order, first, begin);
    }

    private static boolean isDense(INDArray array) {
        long stride = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) != 1 && array.stride(axis) != stride) return false;
            stride *= array.size(axis);
        }
        return true;
    }
}
