package dev.sequential.regularizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * {@code l1 Σ|w| + l2 Σw²}.
 *
 * @param l1 0 or more
 * @param l2 0 or more
 */
public record L1L2(double l1, double l2) implements Regularizer {
    public L1L2 {
        Check.notNegative(l1, "l1");
        Check.notNegative(l2, "l2");
    }

    public static L1L2 of(double l1, double l2) {
        return new L1L2(l1, l2);
    }

    @Override
    public Tensor penalty(Tensor x) {
        Tensor penalty = x.like(0);
        if (l1 != 0) penalty = penalty.plus(new L1(l1).penalty(x));
        if (l2 != 0) penalty = penalty.plus(new L2(l2).penalty(x));
        return penalty;
    }
}
