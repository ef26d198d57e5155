package dev.sequential.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things that users may ask for by name; the names are exact, several may mean the same thing. */
public final class Registry<T> {
    private final String kind;
    private final Map<String, T> things = new LinkedHashMap<>();

    /** An empty registry; {@code kind} says in messages what its names name: {@code loss}. */
    public Registry(String kind) {
        this.kind = kind;
    }

    /** Adds a thing under its names, the first of which is its own. */
    public Registry<T> add(T thing, String... names) {
        for (String name : names) {
            Check.state(things.put(name, thing) == null, "Two things are named \"%s\"", name);
        }
        return this;
    }

    /**
     * The thing of this name.
     *
     * @throws IllegalArgumentException naming the nearest name, if this one is not known
     */
    public T of(String name) {
        T found = things.get(name);
        if (found == null) throw Names.unknown(kind, name, things.keySet());
        return found;
    }

    /** Whether a thing has this name. */
    public boolean has(String name) {
        return things.containsKey(name);
    }

    /** The first name under which an equal thing was added. */
    public Optional<String> nameOf(Object thing) {
        return things.entrySet().stream()
                .filter(e -> e.getValue().equals(thing))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All names, in the order they were added. */
    public Set<String> names() {
        return Collections.unmodifiableSet(things.keySet());
    }
}
