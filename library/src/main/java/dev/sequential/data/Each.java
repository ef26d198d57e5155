package dev.sequential.data;

import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something given for the inputs or the outputs of a model: one for all, one for each in order, or by name.
 *
 * @param <T> what is given: an array, a loss, a weight
 */
public sealed interface Each<T> {
    /** The same for all. */
    record All<T>(T value) implements Each<T> {
        public All {
            Check.notNull(value, "value");
        }
    }

    /** One for each, in the model's order; {@code null} is none. */
    record Ordered<T>(List<T> values) implements Each<T> {
        public Ordered {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** By name; a name that is left out has none. */
    record Named<T>(Map<String, T> values) implements Each<T> {
        public Named {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * What each of {@code names} gets.
     *
     * @param argument name of the argument for messages
     * @param port {@code input} or {@code output}
     * @param names the model's, in order
     * @throws IllegalArgumentException if a list has another length or a name is unknown
     */
    default List<Optional<T>> on(String argument, String port, List<String> names) {
        if (this instanceof Named<T> named) {
            for (String name : named.values().keySet()) {
                if (!names.contains(name)) throw Names.unknown(argument + " " + port, name, names);
            }
        }
        return only(argument, port, names);
    }

    /** As {@link #on}, but names that are not asked for are left aside. */
    default List<Optional<T>> only(String argument, String port, List<String> names) {
        if (this instanceof All<T> all) return Collections.nCopies(names.size(), Optional.of(all.value()));
        if (this instanceof Named<T> named) {
            return names.stream()
                    .map(n -> Optional.ofNullable(named.values().get(n)))
                    .toList();
        }
        List<T> values = ((Ordered<T>) this).values();
        Check.that(
                values.size() == names.size(),
                "%s has %d %s, but the model has %d %s: %s",
                argument,
                values.size(),
                values.size() == 1 ? "entry" : "entries",
                names.size(),
                names.size() == 1 ? port : port + "s",
                names);
        return values.stream().map(Optional::ofNullable).toList();
    }
}
