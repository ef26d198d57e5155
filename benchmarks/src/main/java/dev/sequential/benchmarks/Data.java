package dev.sequential.benchmarks;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Made-up inputs and targets: how long a step takes does not depend on their values. */
final class Data {
    private static final Random RANDOM = new Random(0);

    private Data() {}

    /** Uniform in {@code [0, 1)}. */
    static INDArray floats(long... shape) {
        INDArray array = Nd4j.create(DataType.FLOAT, shape);
        FloatBuffer values = array.data().asNioFloat(); // no copy on the Java heap, which would count as needed memory
        while (values.hasRemaining()) values.put(RANDOM.nextFloat());
        return array;
    }

    /** One 1 a row, in a random column: {@code (rows, count)}. */
    static INDArray classes(int rows, int count) {
        float[] values = new float[rows * count];
        for (int row = 0; row < rows; row++) values[row * count + RANDOM.nextInt(count)] = 1;
        return Nd4j.createFromArray(values).reshape(rows, count);
    }

    /** Whole numbers from 0 to below {@code count}. */
    static INDArray numbers(int count, long... shape) {
        int[] values = RANDOM.ints(Arrays.stream(shape).reduce(1, Math::multiplyExact), 0, count)
                .toArray();
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
