package dev.sequential.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sequential.Batch;
import dev.sequential.Dataset;
import dev.sequential.Input;
import dev.sequential.Sequential;
import dev.sequential.layers.Dense;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays that a loop leaves behind are freed while it goes on, though the Java heap hardly grows. */
class NativeArrays_GarbageTest {
    private static final long MEGABYTE = 1 << 20;
    private static final int ROWS = 2048;
    private static final int COLUMNS = 2048; // 16 MB of floats
    private static final int TIMES = 120; // 1.9 GB

    private final Sequential model = Sequential.of(Input.of(COLUMNS), Dense.of(1));
    private final Sequential wide = Sequential.of(Input.of(1), Dense.of(COLUMNS));
    private final INDArray column = Nd4j.ones(ROWS, 1);

    private Runnable work(String what) {
        INDArray doubles = Nd4j.ones(DataType.DOUBLE, ROWS, COLUMNS);
        return switch (what) {
            case "predict" -> () -> wide.predict(column);
            case "predictOnBatch" -> () -> wide.predictOnBatch(column);
            case "predict of doubles" -> () -> model.predict(doubles);
            case "predict of new arrays" -> () -> model.predict(Nd4j.ones(DataType.FLOAT, ROWS, COLUMNS));
            case "getWeights" -> {
                Sequential large = Sequential.of(Input.of(ROWS), Dense.of(COLUMNS));
                yield large::getWeights;
            }
            default -> throw new AssertionError(what);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "predictOnBatch", "predict of doubles", "predict of new arrays", "getWeights"})
    void aLoopNeedsLittleMemory(String what) {
        Runnable work = work(what);
        long before = Pointer.physicalBytes();
        long most = 0;
        for (int i = 0; i < TIMES; i++) {
            work.run();
            most = Math.max(most, Pointer.physicalBytes() - before);
        }
        assertThat(most / MEGABYTE).as("MB").isLessThan(900);
    }

    @Test
    void batchesOfAGeneratorAreFreedWhenUsed() {
        model.compile("sgd", "mse");
        Supplier<Batch> batches = () -> Batch.of(Nd4j.ones(DataType.FLOAT, ROWS, COLUMNS), column);
        long before = Pointer.physicalBytes();
        model.fit(Dataset.generator(batches), f -> f.stepsPerEpoch(TIMES).verbose(0));

        assertThat((Pointer.physicalBytes() - before) / MEGABYTE).as("MB").isLessThan(900);
    }

    @Test
    void whatIsKeptStays() {
        List<INDArray> kept = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            INDArray all = wide.predict(column.mul(i));
            kept.add(all.get(NDArrayIndex.interval(7, 9)));
        }
        double weight = kept.get(1).getDouble(0, 5);
        assertThat(weight).isNotZero();
        for (int i = 0; i < 30; i++) {
            assertThat(kept.get(i).getDouble(1, 5)).isEqualTo((float) (i * (float) weight));
        }
    }

    /** What is counted once what others have left is gone, so that no collection comes between. */
    private static long quiet() throws InterruptedException {
        System.gc();
        Thread.sleep(200);
        return NativeArrays.held();
    }

    @Test
    void anArrayCountsOnceAndWithItsParts() throws InterruptedException {
        INDArray array = Nd4j.ones(DataType.FLOAT, 1000, 10);
        long before = quiet();
        NativeArrays.counted(array);
        NativeArrays.counted(array);
        NativeArrays.counted(array.get(NDArrayIndex.interval(500, 600)));
        NativeArrays.counted(array.reshape(10_000));

        assertThat(NativeArrays.held() - before).isEqualTo(40_000);
        assertThat(array.sumNumber().doubleValue()).isEqualTo(10_000);
    }

    @Test
    void smallAndEmptyArraysDoNotCount() throws InterruptedException {
        long before = quiet();
        NativeArrays.counted(Nd4j.ones(DataType.FLOAT, 1000));
        NativeArrays.counted(Nd4j.empty(DataType.FLOAT));
        NativeArrays.counted(Nd4j.scalar(1f));

        assertThat(NativeArrays.held()).isEqualTo(before);
    }

    @Test
    void lessIsCollectedWhileThatTakesLittleOfTheTime() {
        assertThat(NativeArrays.isMuch(65 * MEGABYTE, 21, 1)).isTrue();
        assertThat(NativeArrays.isMuch(63 * MEGABYTE, 21, 1)).isFalse();
        assertThat(NativeArrays.isMuch(65 * MEGABYTE, 19, 1)).isFalse();
        assertThat(NativeArrays.isMuch(257 * MEGABYTE, 0, 1)).isTrue();
    }
}
