package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Draws embeddings of one class together and those of different classes apart: with the distances
 * {@code d = max(1 - p pᵀ, 0)} within a batch, {@code softplus(lse(-gamma w (margin - d)) + lse(gamma v (1 - margin - d)))},
 * the first over pairs of one class with {@code w = margin + d}, the second over the others with {@code v = 1 + margin - d}
 * (Sun et al., 2020). Shapes: class numbers {@code (batch)} or {@code (batch, 1)}, embeddings of length 1
 * {@code (batch, units)} → {@code (batch)}. Samples without a loss do not count.
 *
 * @param gamma how sharp the border is; default 80
 * @param margin how far apart classes should be; default 0.4
 * @param removeDiagonal whether a sample makes no pair with itself; default true
 * @param reduction how the values become one number; default {@code SUM_OVER_BATCH_SIZE}
 */
@Config
public record Circle(double gamma, double margin, boolean removeDiagonal, Reduction reduction) implements Loss {
    private static final double NEVER = -1e30;

    public Circle {
        Check.notNegative(gamma, "gamma");
        Check.notNegative(margin, "margin");
        Check.notNull(reduction, "reduction");
    }

    /** With the defaults. */
    public static Circle of() {
        return new Circle(80, 0.4, true, Reduction.SUM_OVER_BATCH_SIZE);
    }

    /** With options. */
    public static Circle of(Consumer<CircleBuilder> options) {
        CircleBuilder builder = CircleBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Tensor yTrue, Tensor yPred) {
        Check.that(
                yPred.rank() == 2, "circle expects embeddings of shape (batch, units), but received %s", yPred.shape());
        Tensor classes = yTrue.cast(yPred.dtype()).reshape(Shape.of(yPred.dim(0), 1));
        Tensor same = classes.equalTo(classes.transpose());
        Tensor others = same.not();
        if (removeDiagonal) same = same.times(self(yPred).not());
        Tensor distance = yPred.matmul(yPred, false, true).from(1).maximum(0);
        Tensor near = distance.plus(margin).maximum(0).times(distance.minus(margin));
        Tensor far = distance.from(1 + margin).maximum(0).times(distance.from(1 - margin));
        Tensor pull = logSumExp(near.times(gamma), same);
        Tensor push = logSumExp(far.times(gamma), others);
        return pull.plus(push).softplus();
    }

    /** 1 where a sample meets itself. */
    private static Tensor self(Tensor yPred) {
        double[] numbers = IntStream.range(0, Math.toIntExact(yPred.dim(0)))
                .asDoubleStream()
                .toArray();
        Tensor range = Tensor.constant(numbers, Shape.of(numbers.length), yPred.dtype());
        return range.expandDims(-1).equalTo(range);
    }

    /** {@code ln Σ e^x} of each row over the pairs that count; far below all else if none does. */
    private static Tensor logSumExp(Tensor x, Tensor counts) {
        Tensor counted = counts.select(x, x.like(NEVER));
        Tensor largest = counted.max(1).detach().expandDims(-1);
        Tensor sum = counted.minus(largest).exp().times(counts).sum(1);
        Tensor any = counts.max(1);
        Tensor log = any.select(sum, sum.like(1)).log().plus(largest.squeeze(-1));
        return any.select(log, log.like(NEVER));
    }

    @Override
    public Tensor mask(Tensor yTrue, Tensor values) {
        return values.greaterThan(0);
    }
}
