package dev.sequential.magics;

import dev.sequential.engine.Names;
import java.util.Collection;

/** What the names in a magic's arguments mean: the variables of the notebook. */
public interface Scope {
    /** Names of the variables there are; none if the kernel does not tell. */
    Collection<String> names();

    /** The value of a variable there is, or of another Java expression. */
    Object evaluate(String expression);

    /**
     * The value of what a user wrote as an argument, which must be of this type.
     *
     * @param kind what it should be, in words: {@code a model}
     * @throws IllegalArgumentException if there is no such variable, with the nearest name, or its type differs
     */
    default <T> T value(String expression, Class<T> type, String kind) {
        boolean name = expression.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*");
        if (name && !names().isEmpty() && !names().contains(expression))
            throw Names.unknown("variable", expression, names());
        Object value = evaluate(expression);
        if (type.isInstance(value)) return type.cast(value);
        throw new IllegalArgumentException("Expected " + kind + ", but " + expression + " is "
                + (value == null ? "null" : "of type " + type(value)));
    }

    private static String type(Object value) {
        String simple = value.getClass().getSimpleName();
        return simple.isEmpty() ? value.getClass().getName() : simple;
    }
}
