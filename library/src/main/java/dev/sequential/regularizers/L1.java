package dev.sequential.regularizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * {@code l1 Σ|w|}, which drives weights to exactly 0.
 *
 * @param l1 0 or more; default 0.01
 */
public record L1(double l1) implements Regularizer {
    public L1 {
        Check.notNegative(l1, "l1");
    }

    public static L1 of() {
        return new L1(0.01);
    }

    public static L1 of(double l1) {
        return new L1(l1);
    }

    @Override
    public Tensor penalty(Tensor x) {
        return x.abs().sum().times(l1);
    }
}
