package dev.sequential.training;

import dev.sequential.engine.Check;
import dev.sequential.engine.Memory;
import dev.sequential.engine.NativeArrays;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Variable;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The batches of one output put together; the array doubles while it is not known how many rows will come. */
final class Collected {
    private final OptionalLong expected;
    private INDArray array;
    private Shape sample;
    private long rows;

    Collected(OptionalLong expected) {
        this.expected = expected;
    }

    /** Takes in the rows of one more batch. */
    void add(Memory batch) {
        Shape shape = batch.shape();
        Shape row = shape.slice(1, shape.rank());
        if (array == null) {
            sample = row;
            array = room(expected.orElse(shape.dim(0)), batch);
        }
        Check.that(
                row.equals(sample),
                "predict cannot put batches together whose results have shapes %s and %s. Predict them one by one with predictOnBatch.",
                sample,
                row);
        if (rows + shape.dim(0) > array.size(0)) grow(batch);
        long bytes = batch.size() * batch.dtype().bytes();
        copy(new BytePointer(batch.pointer()), rows * (bytes / shape.dim(0)), bytes);
        rows += shape.dim(0);
    }

    /** All rows so far. */
    INDArray array() {
        return NativeArrays.counted(
                rows == array.size(0)
                        ? array
                        : array.get(NDArrayIndex.interval(0, rows)).dup('c'));
    }

    private void grow(Memory batch) {
        INDArray old = array;
        array = room(Math.max(2 * rows, rows + batch.shape().dim(0)), batch);
        copy(
                new BytePointer(old.data().pointer()),
                0,
                rows * sample.size() * batch.dtype().bytes());
    }

    private INDArray room(long count, Memory like) {
        return Nd4j.createUninitialized(
                Variable.dataType(like.dtype()), Shape.of(count).and(sample).dims());
    }

    private void copy(BytePointer from, long at, long bytes) {
        BytePointer to = new BytePointer(array.data().pointer());
        Pointer.memcpy(to.position(at), from, bytes);
    }
}
