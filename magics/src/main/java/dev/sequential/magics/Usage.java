package dev.sequential.magics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a {@link Magic} is called: the help is made of it, and what a user gives is read by it.
 *
 * @param name without the percent sign
 * @param purpose what it is for, in one sentence
 * @param java the same in Java
 * @param parameters words in their order, then options
 */
public record Usage(String name, String purpose, String java, List<Parameter> parameters) {
    public Usage {
        parameters = List.copyOf(parameters);
    }

    static Usage of(String name, String purpose, String java, Parameter... parameters) {
        return new Usage(name, purpose, java, List.of(parameters));
    }

    /** One line: {@code %history MODEL [--metrics NAME...]}. */
    public String line() {
        return "%" + name + parameters.stream().map(p -> " " + p.shown()).collect(Collectors.joining());
    }

    /** What {@code %name -h} says. */
    public String help() {
        StringBuilder help =
                new StringBuilder(line()).append('\n').append(purpose).append('\n');
        int width = parameters.stream().mapToInt(p -> p.name().length()).max().orElse(0);
        for (Parameter p : parameters) {
            help.append("  ")
                    .append(p.name())
                    .append(" ".repeat(width - p.name().length() + 2))
                    .append(p.meaning())
                    .append('\n');
        }
        return help.append("In Java: ").append(java).toString();
    }
}
