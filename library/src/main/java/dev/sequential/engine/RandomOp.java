package dev.sequential.engine;

import java.util.List;

/**
 * Random numbers, new at every run: {@code UNIFORM} in [a, b), {@code NORMAL} of mean a and deviation b, or
 * {@code BERNOULLI}: b with probability a, else 0. A counter-based generator makes them from the program's seed, the
 * run's number, {@code stream} and the place, so that a result does not depend on threads or order.
 */
public record RandomOp(Kind kind, double a, double b, long stream, Type of) implements Op {
    /** The distribution. */
    public enum Kind {
        UNIFORM,
        NORMAL,
        BERNOULLI
    }

    @Override
    public Type type(List<Type> in) {
        return of;
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        return List.of();
    }
}
