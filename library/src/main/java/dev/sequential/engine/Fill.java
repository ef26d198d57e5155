package dev.sequential.engine;

import java.util.List;

/** One number in every place. */
public record Fill(double value, Type of) implements KnownOp {
    @Override
    public Type type(List<Type> in) {
        return of;
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
