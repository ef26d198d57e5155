package dev.sequential.engine;

import java.util.List;

/** A value given at every run: a batch of inputs, targets or weights. */
public record Placeholder(String name, Type of) implements GivenOp {
    @Override
    public Type type(List<Type> in) {
        return of;
    }
}
