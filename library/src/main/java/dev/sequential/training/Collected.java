package dev.sequential.training;

import dev.sequential.engine.Check;
import dev.sequential.engine.Memory;
import dev.sequential.engine.NativeArrays;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Variable;
import java.lang.ref.Reference;
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
    private BytePointer elements;
    private Shape sample;
    private Shape last;
    private long rows;

    Collected(OptionalLong expected) {
        this.expected = expected;
    }

    /** Takes in the rows of one more batch. */
    void add(Memory batch) {
        Shape shape = batch.shape();
        if (!shape.equals(last)) begin(shape);
        long count = shape.dim(0);
        if (array == null) makeRoom(expected.orElse(count), batch);
        if (rows + count > array.size(0)) grow(batch);
        long bytes = batch.type().bytes();
        Pointer.memcpy(elements.position(rows * (bytes / count)), batch.pointer(), bytes);
        rows += count;
    }

    private void begin(Shape shape) {
        Shape row = shape.slice(1, shape.rank());
        if (sample == null) sample = row;
        Check.that(
                row.equals(sample),
                "predict cannot put batches together whose results have shapes %s and %s. Predict them one by one with predictOnBatch.",
                sample,
                row);
        last = shape;
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
        BytePointer from = elements;
        makeRoom(Math.max(2 * rows, rows + batch.shape().dim(0)), batch);
        Pointer.memcpy(
                elements, from.position(0), rows * sample.size() * batch.dtype().bytes());
        Reference.reachabilityFence(old); // its memory is freed with it
    }

    private void makeRoom(long count, Memory like) {
        array = Nd4j.createUninitialized(
                Variable.dataType(like.dtype()), Shape.of(count).and(sample).dims());
        elements = new BytePointer(array.data().pointer());
    }
}
