package dev.sequential.magics;

import java.util.Collection;
import java.util.List;

/**
 * A {@code %} command: a short way to say in a notebook what a public method does, which {@link Usage#java()} names.
 *
 * <pre>{@code
 * record Greet() implements Magic {
 *     public Usage usage() {
 *         return Usage.of("greet", "Greets.", "\"Hello, \" + name", Parameter.word("NAME", "who is greeted"));
 *     }
 *     public Object run(Arguments arguments, Scope scope) {
 *         return "Hello, " + arguments.word("NAME");
 *     }
 * }
 * }</pre>
 */
interface Magic {
    /** How it is called. */
    Usage usage();

    /** What a word for this parameter may be, as far as that is known; for completion. */
    default Collection<String> choices(Parameter parameter, Scope scope) {
        return List.of();
    }

    /** Does it; what it returns is the value of the line, {@code null} if there is nothing to show. */
    Object run(Arguments arguments, Scope scope);
}
