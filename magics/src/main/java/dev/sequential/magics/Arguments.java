package dev.sequential.magics;

import dev.sequential.engine.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that a user wrote after a magic's name, read by its {@link Usage}. Every word must have its place: what is too
 * much, missing or misspelt is refused.
 */
public final class Arguments {
    private final Usage usage;
    private final Map<String, List<String>> given = new LinkedHashMap<>();

    private Arguments(Usage usage) {
        this.usage = usage;
    }

    /**
     * Reads words.
     *
     * @throws IllegalArgumentException saying what is wrong and how the magic is called
     */
    static Arguments of(Usage usage, List<String> words) {
        Arguments arguments = new Arguments(usage);
        List<Parameter> places = new ArrayList<>(
                usage.parameters().stream().filter(p -> !p.isOption()).toList());
        Parameter taking = null;
        for (String word : words) {
            if (word.startsWith("--")) {
                taking = arguments.option(word);
            } else if (taking != null) {
                arguments.given.get(taking.name()).add(word);
            } else {
                arguments.place(places, word);
            }
        }
        arguments.check();
        return arguments;
    }

    /** Whether the flag was given. */
    boolean has(String name) {
        return given.containsKey(name);
    }

    /** The word of a required parameter. */
    String word(String name) {
        return given.get(name).get(0);
    }

    /** The word of an optional one. */
    Optional<String> optionalWord(String name) {
        return words(name).stream().findFirst();
    }

    /** All words of a parameter; none if it was not given. */
    List<String> words(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** Notes an option; returns it if it takes the words that follow. */
    private Parameter option(String word) {
        List<String> known = usage.parameters().stream()
                .filter(Parameter::isOption)
                .map(Parameter::name)
                .toList();
        if (!known.contains(word)) throw refused(unknown(word, known));
        if (given.put(word, new ArrayList<>()) != null) throw refused("takes " + word + " only once.");
        return usage.parameters().stream()
                .filter(p -> p.name().equals(word) && p.kind() == Parameter.Kind.OPTION_WITH_WORDS)
                .findFirst()
                .orElse(null);
    }

    private void place(List<Parameter> places, String word) {
        if (places.isEmpty()) throw refused("does not know what to do with \"" + word + "\".");
        Parameter place = places.get(0);
        given.computeIfAbsent(place.name(), name -> new ArrayList<>()).add(word);
        if (place.kind() != Parameter.Kind.WORDS) places.remove(0);
    }

    private void check() {
        for (Parameter p : usage.parameters()) {
            if (p.isRequired() && !has(p.name())) throw refused("needs " + p.name() + ": " + p.meaning() + ".");
            if (p.kind() == Parameter.Kind.OPTION_WITH_WORDS
                    && has(p.name())
                    && words(p.name()).isEmpty()) {
                throw refused("needs names after " + p.name() + ": " + p.meaning() + ".");
            }
        }
    }

    private static String unknown(String option, List<String> known) {
        return "has no option " + option + "."
                + Names.nearest(option, known)
                        .map(name -> " Did you mean " + name + "?")
                        .orElse("");
    }

    private IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException("%" + usage.name() + " " + problem + "\nUsage: " + usage.line());
    }
}
