package dev.sequential.losses;

import dev.sequential.engine.Check;
import dev.sequential.engine.Safe;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import java.util.Locale;

/**
 * How a batch's loss values become one number; {@code w} are sample weights, 1 where none are given. Values that a mask
 * takes out count in no sum.
 */
public enum Reduction {
    /** {@code Σ(w·l) / count(l)}: Keras's default. */
    SUM_OVER_BATCH_SIZE,
    /** {@code Σ(w·l)}. */
    SUM,
    /** {@code Σ(w·l) / Σw}, 0 if all weights are 0. */
    MEAN_WITH_SAMPLE_WEIGHT,
    /** Left as they are; training refuses it. */
    NONE;

    /**
     * The loss of a batch: a single number, or with {@link #NONE} the weighted values.
     *
     * @param values what the loss function gave: {@code (batch, …)}
     * @param weight sample weights of the values' shape, of fewer axes (repeated along the others) or with one more of
     *     length 1; {@code null} for none
     * @param mask 0/1 for each value, shaped as weights may be; {@code null} for none
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public Tensor reduce(Tensor values, Tensor weight, Tensor mask) {
        Tensor counted = mask == null ? null : aligned(mask, values, "The mask");
        Tensor factor = weight == null ? null : aligned(weight, values, "sampleWeight");
        if (factor == null) factor = counted;
        else if (counted != null) factor = factor.times(counted);
        Tensor weighted = factor == null ? values : values.times(factor);
        return switch (this) {
            case NONE -> weighted;
            case SUM -> weighted.sum();
            case SUM_OVER_BATCH_SIZE -> mean(weighted, counted);
            case MEAN_WITH_SAMPLE_WEIGHT -> mean(weighted, factor);
        };
    }

    private static Tensor mean(Tensor weighted, Tensor divisors) {
        if (divisors == null) return weighted.mean();
        return Safe.divide(
                weighted.sum(), divisors.broadcastTo(weighted.shape()).sum());
    }

    private static Tensor aligned(Tensor weight, Tensor values, String what) {
        Tensor w = weight.cast(values.dtype());
        if (w.rank() == values.rank() + 1 && w.dim(-1) == 1) w = w.squeeze(-1);
        while (w.rank() < values.rank()) w = w.expandDims(-1);
        Check.that(
                w.rank() == values.rank() && fits(w.shape(), values.shape()) || values.rank() == 0,
                "%s of shape %s does not fit loss values of shape %s",
                what,
                weight.shape(),
                values.shape());
        return w;
    }

    private static boolean fits(Shape weight, Shape values) {
        for (int i = 0; i < values.rank(); i++) {
            boolean known = weight.dim(i) != Shape.UNKNOWN && values.dim(i) != Shape.UNKNOWN;
            if (known && weight.dim(i) != values.dim(i) && weight.dim(i) != 1) return false;
        }
        return true;
    }

    /** Keras's name, such as {@code sum_over_batch_size}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
