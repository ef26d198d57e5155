package dev.sequential.regularizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Reduce;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Pushes the rows or columns of a matrix towards being orthogonal: {@code factor} times the mean of {@code |cos|} over all
 * pairs of them.
 *
 * @param factor 0 or more; default 0.01
 * @param mode rows (default) or columns
 */
public record OrthogonalRegularizer(double factor, Mode mode) implements Regularizer {
    /** What is to be orthogonal. */
    public enum Mode {
        ROWS,
        COLUMNS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public OrthogonalRegularizer {
        Check.notNegative(factor, "factor");
        Check.notNull(mode, "mode");
    }

    public static OrthogonalRegularizer of() {
        return of(0.01, Mode.ROWS);
    }

    public static OrthogonalRegularizer of(double factor, Mode mode) {
        return new OrthogonalRegularizer(factor, mode);
    }

    @Override
    public Tensor penalty(Tensor x) {
        Check.that(x.rank() == 2, "OrthogonalRegularizer is for matrices, but the weight has shape %s", x.shape());
        int axis = mode == Mode.ROWS ? 1 : 0;
        Tensor length = x.square().fold(Reduce.Kind.SUM, true, axis).rsqrt();
        Tensor unit = x.times(length.minimum(1 / Safe.EPSILON));
        Tensor cosines = mode == Mode.ROWS ? unit.matmul(unit, false, true) : unit.matmul(unit, true, false);
        long n = cosines.dim(0);
        double pairs = n * (n - 1) / 2.0;
        return cosines.times(offDiagonal(n, x.dtype())).abs().sum().times(factor * 0.5 / pairs);
    }

    private static Tensor offDiagonal(long n, DType dtype) {
        double[] numbers = IntStream.range(0, (int) n).asDoubleStream().toArray();
        Tensor range = Tensor.constant(numbers, Shape.of(n), dtype);
        return range.expandDims(-1).equalTo(range).not();
    }
}
