package dev.sequential.display;

import dev.sequential.engine.Check;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Some numbers, of which those that are not finite are only counted. */
final class Spread {
    private final double[] finite;
    private final int others;

    private Spread(double[] finite, int others) {
        this.finite = finite;
        this.others = others;
    }

    static Spread of(INDArray array) {
        double[] all =
                array.dup('c').reshape(array.length()).castTo(DataType.DOUBLE).toDoubleVector();
        double[] finite = Arrays.stream(all).filter(v -> Math.abs(v) < 1e300).toArray();
        Check.that(
                finite.length > 0, "%s holds no finite number, so there is nothing to draw", ArrayText.describe(array));
        return new Spread(finite, all.length - finite.length);
    }

    double least() {
        return Arrays.stream(finite).min().orElse(0);
    }

    double greatest() {
        return Arrays.stream(finite).max().orElse(0);
    }

    /** How many lie in each of some equal parts of a range. */
    int[] counts(double low, double high, int parts) {
        int[] counts = new int[parts];
        for (double value : finite) {
            counts[(int) Math.min(parts - 1, Math.max(0, parts * (value - low) / (high - low)))]++;
        }
        return counts;
    }

    /** Range, mean and standard deviation, and what is not among them. */
    @Override
    public String toString() {
        double mean = Arrays.stream(finite).average().orElse(0);
        double variance = Arrays.stream(finite)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        String text = "from " + Numbers.decimal(least()) + " to " + Numbers.decimal(greatest()) + ", mean "
                + Numbers.decimal(mean) + ", standard deviation " + Numbers.decimal(Math.sqrt(variance));
        return others == 0 ? text : text + "; " + Numbers.grouped(others) + " not finite";
    }
}
