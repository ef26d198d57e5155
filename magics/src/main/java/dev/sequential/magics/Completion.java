package dev.sequential.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be written at the cursor in a line with a magic.
 *
 * <pre>{@code
 * Completion.of("%dataset di", 11, scope)     // digits, from 9 on
 * }</pre>
 *
 * @param start where in the code the completed word begins
 * @param options whole words, none if nothing fits
 */
public record Completion(int start, List<String> options) {
    /** A name that a variable is given the value of; at the start of a line a kernel completes names itself. */
    private static final Pattern NAME = Pattern.compile("[^%\"]*=\\s*(%\\w*)");

    private static final Pattern WORDS = Pattern.compile("(?:[^%\"]*=)?\\s*%(\\w+)((?:\\s+\\S+)*?)\\s+(\\S*)");

    public Completion {
        options = List.copyOf(options);
    }

    /** What fits before the cursor; nothing if there is no magic of this library. */
    public static Optional<Completion> of(String code, int cursor, Scope scope) {
        String line = code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor);
        Matcher name = NAME.matcher(line);
        if (name.matches()) {
            return Optional.of(
                    fitting(name.group(1), cursor, Magics.names().stream().map(n -> "%" + n)));
        }
        Matcher words = WORDS.matcher(line);
        if (!words.matches() || !Magics.names().contains(words.group(1))) return Optional.empty();
        Magic magic = Magics.of(words.group(1));
        List<String> before = words.group(2).isBlank()
                ? List.of()
                : List.of(words.group(2).strip().split("\\s+"));
        return Optional.of(fitting(words.group(3), cursor, choices(magic, before, scope)));
    }

    private static Completion fitting(String begun, int cursor, Stream<String> options) {
        return new Completion(
                cursor - begun.length(),
                options.filter(option -> option.startsWith(begun)).toList());
    }

    private static Stream<String> choices(Magic magic, List<String> before, Scope scope) {
        Stream<String> options = magic.usage().parameters().stream()
                .filter(Parameter::isOption)
                .map(Parameter::name)
                .filter(option -> !before.contains(option));
        return Stream.concat(
                place(magic.usage(), before).stream()
                        .flatMap(parameter -> magic.choices(parameter, scope).stream())
                        .filter(choice -> !before.contains(choice)),
                options);
    }

    /** The parameter that a word after these would be for. */
    private static Optional<Parameter> place(Usage usage, List<String> before) {
        List<Parameter> places = new ArrayList<>(
                usage.parameters().stream().filter(p -> !p.isOption()).toList());
        Optional<Parameter> taking = Optional.empty();
        for (String word : before) {
            if (word.startsWith("--")) {
                taking = usage.parameters().stream()
                        .filter(p -> p.name().equals(word) && p.kind() == Parameter.Kind.OPTION_WITH_WORDS)
                        .findFirst();
            } else if (taking.isEmpty() && !places.isEmpty() && places.get(0).kind() != Parameter.Kind.WORDS) {
                places.remove(0);
            }
        }
        return taking.or(() -> places.stream().findFirst());
    }
}
