package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * A random matrix with orthogonal rows or columns of length {@code gain}: the Q of the QR decomposition of a normally
 * distributed one. Of more than two lengths all but the last count as rows.
 *
 * @param gain default 1
 * @param seed if given, the same numbers each time; default none
 * @see <a href="https://arxiv.org/abs/1312.6120">Saxe et al. 2013</a>
 */
public record Orthogonal(double gain, OptionalLong seed) implements Initializer {
    public Orthogonal {
        Check.notNull(seed, "seed of Orthogonal");
    }

    /** @throws IllegalArgumentException if the shape has fewer than two lengths */
    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        Check.that(shape.rank() >= 2, "Orthogonal needs a shape of two or more lengths, but received %s", shape);
        int columns = Math.toIntExact(shape.dim(-1));
        int rows = Math.toIntExact(shape.size() / columns);
        int tall = Math.max(rows, columns);
        int wide = Math.min(rows, columns);
        double[] normal = Draws.of(Shape.of(wide, tall), seed, random, RandomGenerator::nextGaussian);
        double[][] basis = new double[wide][];
        for (int i = 0; i < wide; i++) {
            basis[i] = java.util.Arrays.copyOfRange(normal, i * tall, (i + 1) * tall);
            orthonormalize(basis, i);
        }
        double[] values = new double[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                values[r * columns + c] = gain * (rows < columns ? basis[r][c] : basis[c][r]);
            }
        }
        return values;
    }

    /** Takes the parts along earlier vectors away, twice for accuracy, and scales to length 1 (Gram and Schmidt). */
    private static void orthonormalize(double[][] basis, int at) {
        double[] v = basis[at];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < at; i++) {
                double along = dot(v, basis[i]);
                for (int k = 0; k < v.length; k++) v[k] -= along * basis[i][k];
            }
        }
        double length = Math.sqrt(dot(v, v));
        for (int k = 0; k < v.length; k++) v[k] /= length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) sum += a[k] * b[k];
        return sum;
    }
}
