package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.engine.DType;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Rows come out of arrays of any layout as they went in. */
class ArrayStream_OrderTest {
    private final INDArray x = Nd4j.arange(24).castTo(DataType.FLOAT).reshape(6, 4);

    private static float[] batches(INDArray array, int batch) {
        Samples samples = new Samples(List.of(Rows.of(array, DType.FLOAT32)), List.of(), List.of());
        ArrayStream stream = ArrayStream.inOrder(samples, batch, OptionalInt.empty());
        stream.begin(0);
        List<float[]> all = new ArrayList<>();
        for (var next = stream.next(); next.isPresent(); next = stream.next()) {
            Shape shape = next.get().inputs().get(0);
            Memory memory = Memory.of(Nd4j.create(DataType.FLOAT, shape.dims()), new Type(shape, DType.FLOAT32));
            stream.fill(List.of(memory), List.of(), List.of());
            all.add(memory.array().ravel().toFloatVector());
        }
        float[] joined = new float[(int) array.length()];
        int at = 0;
        for (float[] part : all) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        assertThat(at).isEqualTo(joined.length);
        return joined;
    }

    @Test
    void denseArray() {
        assertThat(batches(x, 4)).isEqualTo(x.ravel().toFloatVector());
    }

    @Test
    void rowsOfALargerArrayAreReadInPlace() {
        INDArray view = x.get(NDArrayIndex.interval(2, 5), NDArrayIndex.all());
        assertThat(batches(view, 2)).isEqualTo(view.dup('c').ravel().toFloatVector());
        assertThat(Rows.of(view, DType.FLOAT32).array()).isSameAs(view);
    }

    @Test
    void columnsOfALargerArray() {
        INDArray view = x.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3));
        assertThat(batches(view, 4)).isEqualTo(view.dup('c').ravel().toFloatVector());
    }

    @Test
    void columnMajorArray() {
        assertThat(batches(x.dup('f'), 4)).isEqualTo(x.ravel().toFloatVector());
        assertThat(batches(x.transpose(), 3))
                .isEqualTo(x.transpose().dup('c').ravel().toFloatVector());
    }

    @Test
    void otherElementTypes() {
        assertThat(batches(x.castTo(DataType.DOUBLE), 4)).isEqualTo(x.ravel().toFloatVector());
        assertThat(batches(x.castTo(DataType.UINT8), 4)).isEqualTo(x.ravel().toFloatVector());
    }

    @Test
    void slicesShareTheMemory() {
        Rows rows = Rows.of(x, DType.FLOAT32).slice(1, 5).slice(1, 3);
        Memory memory = Memory.of(Nd4j.create(DataType.FLOAT, 2, 4), new Type(Shape.of(2, 4), DType.FLOAT32));
        rows.gather(new int[] {1, 0}, 0, 2, memory);
        assertThat(memory.array().ravel().toFloatVector()).containsExactly(12, 13, 14, 15, 8, 9, 10, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void everyOrderOfThreeComesUpEquallyOften(int seed) {
        var random = new java.util.SplittableRandom(seed);
        int[] order = new int[3];
        int[] counts = new int[27];
        for (int i = 0; i < 6000; i++) {
            Shuffle.ROWS.next(order, 1, random);
            counts[order[0] * 9 + order[1] * 3 + order[2]]++;
        }
        assertThat(Arrays.stream(counts).filter(c -> c > 0).toArray()).hasSize(6);
        assertThat(Arrays.stream(counts).filter(c -> c > 0)).allMatch(c -> c > 850 && c < 1150);
    }
}
