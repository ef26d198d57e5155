package dev.sequential.engine;

import java.util.List;

/**
 * Stands in a model's description for what someone else will trace, such as a call of a layer: {@code source} says
 * whose. It has no kernel; whoever made it replaces it before a program is compiled.
 */
public record External(Object source, List<Type> results) implements Op {
    public External {
        results = List.copyOf(results);
    }

    @Override
    public Type type(List<Type> in) {
        return results.get(0);
    }

    @Override
    public List<Type> types(List<Type> in) {
        return results;
    }

    @Override
    public List<Tensor> gradient(Node node, Tensor grad) {
        throw new IllegalStateException("A model's description has no gradient: " + source);
    }

    @Override
    public boolean equals(Object o) {
        return this == o;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
