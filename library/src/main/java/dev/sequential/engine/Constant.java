package dev.sequential.engine;

import java.util.Arrays;
import java.util.List;

/** A few known numbers, in row-major order. */
public record Constant(double[] values, Type of) implements KnownOp {
    public Constant {
        values = values.clone();
        Check.that(values.length == of.shape().size(), "%d values do not fill shape %s", values.length, of.shape());
    }

    @Override
    public Type type(List<Type> in) {
        return of;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Constant c && Arrays.equals(values, c.values) && of.equals(c.of);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + of.hashCode();
    }

    @Override
    public String toString() {
        return "Constant" + of.shape();
    }
}
