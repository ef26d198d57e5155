package dev.sequential.engine;

import java.util.List;

/** The value a {@link Variable} has when the run begins. */
public record Read(Variable variable) implements GivenOp {
    @Override
    public Type type(List<Type> in) {
        return variable.type();
    }
}
