package dev.sequential;

import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraints;
import dev.sequential.initializers.Initializers;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metrics;
import dev.sequential.optimizers.Optimizers;
import dev.sequential.regularizers.Regularizers;
import dev.sequential.saving.KerasConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What there is of Keras's public names and what is missing, found in this library's tables, as a page. */
final class Catalogue {
    /** Names that a group's table knows; classes of its package count too. */
    private static final Map<String, Set<String>> TABLES = Map.of(
            "layers", new TreeSet<>(KerasConfig.standard().names(Record.class)),
            "activations", Activations.names(),
            "initializers", Initializers.names(),
            "losses", Losses.names(),
            "metrics", Metrics.names(),
            "optimizers", Optimizers.names(),
            "schedules", Set.of(),
            "regularizers", Regularizers.names(),
            "constraints", Constraints.names(),
            "callbacks", Set.of());

    /** Keras's names that are classes elsewhere here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "Input", "dev.sequential.Input",
            "InputLayer", "dev.sequential.Input",
            "Layer", "dev.sequential.Layer",
            "History", "dev.sequential.History",
            "LearningRateSchedule", "dev.sequential.schedules.Schedule",
            "ProgbarLogger", "dev.sequential.training.ConsoleSink");

    /** Functions that every module has. */
    private static final Set<String> EVERYWHERE = Set.of("get", "serialize", "deserialize");

    private final Map<String, Map<String, String>> keras = new LinkedHashMap<>();
    private final Map<String, String> reasons = new TreeMap<>();

    Catalogue() {
        String group = "";
        for (String line : lines("keras.txt")) {
            if (line.startsWith("# ")) keras.put(group = line.substring(2), new LinkedHashMap<>());
            else if (!EVERYWHERE.contains(line.split(" ")[0])) {
                keras.get(group).put(line.split(" ")[0], line.split(" ")[1]);
            }
        }
        for (String line : lines("missing.txt")) {
            reasons.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
        }
    }

    private static List<String> lines(String resource) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Catalogue.class.getResourceAsStream("/catalogue/" + resource), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(String group, String name) {
        if (group.equals("optimizers") && TABLES.get(group).contains(name.toLowerCase(Locale.ROOT))) return true;
        return TABLES.get(group).contains(name)
                || isClass("dev.sequential." + group + "." + name)
                || ELSEWHERE.containsKey(name) && isClass(ELSEWHERE.get(name));
    }

    private static boolean isClass(String name) {
        try {
            return Class.forName(name, false, Catalogue.class.getClassLoader())
                    .getName()
                    .equals(name);
        } catch (ClassNotFoundException | NoClassDefFoundError e) { // files of another case on some systems
            return false;
        }
    }

    private boolean isAlias(String group, String name) {
        return !exists(group, name) && exists(group, keras.get(group).get(name));
    }

    /** Names of Keras that are neither here nor explained, as {@code group name}. */
    List<String> unexplained() {
        List<String> all = new ArrayList<>();
        missing()
                .forEach((group, names) -> names.stream()
                        .filter(name -> !reasons.containsKey(group + " " + name))
                        .forEach(name -> all.add(group + " " + name)));
        return all;
    }

    /** Explanations of names that are here, or that Keras does not have. */
    List<String> stale() {
        Map<String, List<String>> missing = missing();
        return reasons.keySet().stream()
                .filter(key -> !missing.get(key.split(" ")[0]).contains(key.split(" ")[1]))
                .toList();
    }

    private Map<String, List<String>> missing() {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        keras.forEach((group, names) -> missing.put(
                group,
                names.keySet().stream()
                        .filter(name -> !exists(group, name) && !isAlias(group, name))
                        .toList()));
        return missing;
    }

    /** The page in Markdown. */
    String page() {
        StringBuilder page = new StringBuilder("""
                # What there is of Keras 3.15.1

                Made from the library's tables and Keras's public names by `Catalogue_PageTest`, which fails when this page is
                out of date and then writes a new one to `library/target/catalogue.md`. In place of each module's `get` there
                are the names here wherever a value is asked for, and a `Names.of("name")` such as `Activations.of("relu")`; in
                place of `serialize` and `deserialize`, `KerasConfig.standard().write(value)` and `.read(json, type)`.
                """);
        keras.forEach((group, names) -> {
            page.append("\n## ").append(title(group)).append("\n\n");
            page.append(list(names.keySet().stream()
                    .filter(name -> exists(group, name))
                    .map(name -> "`" + name + "`")
                    .toList()));
            List<String> aliases = names.keySet().stream()
                    .filter(name -> isAlias(group, name))
                    .map(name -> "`" + name + "` is `" + names.get(name) + "`")
                    .toList();
            if (!aliases.isEmpty()) page.append("\nUnder one name only: ").append(list(aliases));
            List<String> missing = missing().get(group);
            if (missing.isEmpty()) return;
            page.append("\n| not there | |\n|---|---|\n");
            for (String name : missing) {
                page.append("| `" + name + "` | " + reasons.get(group + " " + name) + " |\n");
            }
        });
        return page.toString();
    }

    private static String title(String group) {
        return group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
    }

    private static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(", ", "", ".\n"));
    }
}
