package dev.sequential.magics;

import dev.sequential.engine.Names;
import java.util.Collection;
import java.util.List;

/** What the names in a magic's arguments mean: the variables of the notebook. */
public interface Scope {
    /** Names of the variables there are; none if the kernel does not tell. */
    Collection<String> names();

    /** Names of the variables that are declared as one of these types, as far as the kernel tells. */
    default Collection<String> names(List<Class<?>> types) {
        return List.of();
    }

    /** The value of a variable there is, or of another Java expression. */
    Object evaluate(String expression);

    /**
     * The value of what a user wrote as an argument, which must be of this type.
     *
     * @param kind what it should be, in words: {@code a model}
     * @throws IllegalArgumentException if there is no such variable, with the nearest name, or its type differs
     */
    default <T> T value(String expression, Class<T> type, String kind) {
        return type.cast(value(expression, List.of(type), kind));
    }

    /** As above, for a value of one of these types; the expression is evaluated once. */
    default Object value(String expression, List<Class<?>> types, String kind) {
        boolean name = expression.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*");
        Collection<String> known = names();
        if (name && !known.isEmpty() && !known.contains(expression)) throw Names.unknown("variable", expression, known);
        Object value = evaluate(expression);
        if (types.stream().anyMatch(type -> type.isInstance(value))) return value;
        throw new IllegalArgumentException("Expected " + kind + ", but " + expression + " is "
                + (value == null ? "null" : "of type " + type(value)));
    }

    private static String type(Object value) {
        String simple = value.getClass().getSimpleName();
        return simple.isEmpty() ? value.getClass().getName() : simple;
    }
}
