package dev.sequential.engine;

import java.util.List;

/**
 * Max pooling that finds the places of the maxima once, for both directions.
 * {@code GATHER} makes maxima and places of x; {@code SPREAD} takes x, those places and what is spread. What places look
 * like is the kernel's affair: whoever makes the one direction makes the other.
 */
public record Maxima(Pool pool) implements ProgramOp {
    @Override
    public Type type(List<Type> in) {
        return types(in).get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        Type made = pool.type(List.of(in.get(0), in.get(in.size() - 1)));
        return pool.direction() == Pool.Direction.SPREAD
                ? List.of(made)
                : List.of(made, new Type(made.shape(), DType.INT32));
    }
}
