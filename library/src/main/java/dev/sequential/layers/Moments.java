package dev.sequential.layers;

import dev.sequential.engine.Check;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean and population variance of data, in double precision, for each place along some axes; parts can be put together. */
record Moments(double count, double[] mean, double[] squares) {
    /** Of one array. */
    static Moments of(INDArray data, List<Integer> axes) {
        int rank = data.rank();
        int[] kept = axes.stream()
                .mapToInt(a -> a < 0 ? a + rank : a)
                .sorted()
                .distinct()
                .toArray();
        Check.that(
                Arrays.stream(kept).allMatch(a -> a >= 0 && a < rank) && data.length() > 0,
                "Normalization of axis %s cannot adapt to data of shape %s",
                axes,
                Arrays.toString(data.shape()));
        IntStream others =
                IntStream.range(0, rank).filter(i -> Arrays.stream(kept).noneMatch(k -> k == i));
        int[] order = IntStream.concat(others, Arrays.stream(kept)).toArray();
        int places = Arrays.stream(kept).map(k -> Math.toIntExact(data.size(k))).reduce(1, (a, b) -> a * b);
        double[] values =
                data.castTo(DataType.DOUBLE).permute(order).dup('c').ravel().toDoubleVector();
        double rows = (double) values.length / places;
        double[] mean = new double[places];
        for (int i = 0; i < values.length; i++) mean[i % places] += values[i] / rows;
        double[] squares = new double[places];
        for (int i = 0; i < values.length; i++) squares[i % places] += Math.pow(values[i] - mean[i % places], 2);
        return new Moments(rows, mean, squares);
    }

    /** Of both parts together (Chan et al. 1979). */
    Moments and(Moments other) {
        Check.that(
                mean.length == other.mean.length,
                "Normalization cannot adapt to batches with %d and %d places along its axes",
                mean.length,
                other.mean.length);
        double all = count + other.count;
        double[] joined = new double[mean.length];
        double[] sums = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double apart = other.mean[i] - mean[i];
            joined[i] = mean[i] + apart * other.count / all;
            sums[i] = squares[i] + other.squares[i] + apart * apart * count * other.count / all;
        }
        return new Moments(all, joined, sums);
    }

    List<Double> means() {
        return Arrays.stream(mean).boxed().toList();
    }

    List<Double> variances() {
        return Arrays.stream(squares).map(s -> s / count).boxed().toList();
    }
}
