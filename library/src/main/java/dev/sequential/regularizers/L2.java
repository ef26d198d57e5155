package dev.sequential.regularizers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;

/**
 * {@code l2 Σw²}, which keeps weights small.
 *
 * @param l2 0 or more; default 0.01
 */
public record L2(double l2) implements Regularizer {
    public L2 {
        Check.notNegative(l2, "l2");
    }

    public static L2 of() {
        return new L2(0.01);
    }

    public static L2 of(double l2) {
        return new L2(l2);
    }

    @Override
    public Tensor penalty(Tensor x) {
        return x.square().sum().times(l2);
    }
}
