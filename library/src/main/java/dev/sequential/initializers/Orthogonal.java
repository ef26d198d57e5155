package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A random matrix whose columns (or rows, if these are fewer) are orthogonal and of length {@code gain} (Saxe et al.,
 * 2013). A weight of more than two axes is seen as a matrix with the last axis as columns.
 *
 * @param gain default 1
 * @param seed makes the same values at every use; by default they come from the session's seed
 */
@Config
public record Orthogonal(double gain, OptionalLong seed) implements Initializer {
    public Orthogonal {
        Check.that(Double.isFinite(gain), "gain of Orthogonal must be a number, but received %s", gain);
        Check.notNull(seed, "seed");
    }

    /** With the defaults. */
    public static Orthogonal of() {
        return new Orthogonal(1, OptionalLong.empty());
    }

    /** With options. */
    public static Orthogonal of(Consumer<OrthogonalBuilder> options) {
        OrthogonalBuilder builder = OrthogonalBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        Check.that(shape.rank() >= 2, "Orthogonal makes matrices and larger, but the weight has shape %s", shape);
        int columns = Math.toIntExact(shape.dim(-1));
        int rows = Math.toIntExact(shape.size() / Math.max(1, columns));
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        double[][] vectors = orthonormal(count, length, Samples.source(seed, random));
        double[] values = new double[rows * columns];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                values[rows < columns ? k * columns + i : i * columns + k] = gain * vectors[k][i];
            }
        }
        return values;
    }

    /** Random directions made orthogonal one after the other (Gram and Schmidt, the modified way). */
    private static double[][] orthonormal(int count, int length, RandomGenerator random) {
        double[][] vectors = new double[count][];
        for (int k = 0; k < count; k++) {
            vectors[k] = Samples.normal(Shape.of(length), 0, 1, random);
            for (int j = 0; j < k; j++) add(vectors[k], vectors[j], -dot(vectors[k], vectors[j]));
            double norm = Math.sqrt(dot(vectors[k], vectors[k]));
            for (int i = 0; i < length; i++) vectors[k][i] /= norm;
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void add(double[] to, double[] vector, double factor) {
        for (int i = 0; i < to.length; i++) to[i] += factor * vector[i];
    }
}
