package dev.sequential.data;

import dev.sequential.engine.Check;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows that are asked for batch by batch. */
public record SuppliedRows(String name, long count, Shape sample, Supplier<INDArray> supplier) implements RowSource {
    @Override
    public RowSource slice(long first, long end) {
        return new SuppliedRows(name, end - first, sample, supplier);
    }

    @Override
    public void gather(int[] order, int first, int rows, Memory into) {
        INDArray array = supplier.get();
        Shape expected = Shape.of(rows).and(sample);
        Check.that(
                array != null && Shape.of(array.shape()).equals(expected),
                "The supplier in targetTensors of output \"%s\" must give shape %s for this batch, but gave %s",
                name,
                expected,
                array == null ? "null" : Shape.of(array.shape()));
        Rows.of(array, into.dtype()).gather(IntStream.range(0, rows).toArray(), 0, rows, into);
    }
}
