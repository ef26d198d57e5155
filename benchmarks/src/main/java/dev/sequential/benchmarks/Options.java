package dev.sequential.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param cases names of those to run, {@code mnist} among them; default all
 * @param backends of Keras to compare with; default jax and tensorflow
 * @param rounds how often each contender takes its turn on each case; default 7
 * @param digits folder of MNIST's files; default the environment variable SEQUENTIAL_MNIST, if set
 * @param json file that keeps the numbers; default none
 */
record Options(List<String> cases, List<String> backends, int rounds, Optional<Path> digits, Optional<Path> json) {
    private static final String MNIST = "mnist";

    private static final List<String> CASES =
            Stream.concat(Case.ALL.stream().map(Case::name), Stream.of(MNIST)).toList();
    private static final List<String> BACKENDS = List.of("jax", "tensorflow");
    private static final List<String> KNOWN = List.of("--cases", "--backends", "--rounds", "--mnist", "--json");

    static final String USAGE = """
            ms per training step and per predicted batch, side by side with Keras

              ./sequential bench [option]...

              --cases LIST      which to run of %s; default all
              --backends LIST   which to compare with of %s, or none; default both
              --rounds N        how often each contender takes its turn on each case; default 7
              --mnist DIR       folder of MNIST's four .gz files; default $SEQUENTIAL_MNIST; mnist is skipped without
              --json FILE       keeps every number
            """.formatted(String.join(",", CASES), String.join(",", BACKENDS));

    /** Reads a command line; what it does not say comes from the environment or is the default. */
    static Options parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = pairs(arguments);
        return new Options(
                list(given, "--cases", CASES),
                "none".equals(given.get("--backends")) ? List.of() : list(given, "--backends", BACKENDS),
                count(given, "--rounds", 7),
                path(given.getOrDefault("--mnist", environment.get("SEQUENTIAL_MNIST")))
                        .map(Options::folder),
                path(given.get("--json")).map(Options::inFolder));
    }

    /** The cases to time, in their usual order. */
    List<Case> speedCases() {
        return Case.ALL.stream().filter(c -> cases.contains(c.name())).toList();
    }

    /** Whether MNIST is among the cases. */
    boolean wantsMnist() {
        return cases.contains(MNIST);
    }

    /** {@code --option value} and {@code --option=value} alike. */
    private static Map<String, String> pairs(List<String> arguments) {
        Map<String, String> pairs = new HashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String[] parts = rest.next().split("=", 2);
            if (!KNOWN.contains(parts[0])) throw Failure.usage("bench does not know " + parts[0] + ".");
            if (parts.length == 1 && !rest.hasNext()) throw Failure.usage(parts[0] + " needs a value.");
            pairs.put(parts[0], parts.length == 2 ? parts[1] : rest.next());
        }
        return pairs;
    }

    private static List<String> list(Map<String, String> given, String option, List<String> known) {
        if (!given.containsKey(option)) return known;
        List<String> names = List.of(given.get(option).split(","));
        for (String name : names) {
            if (!known.contains(name)) {
                throw Failure.usage(
                        "%s knows %s, but received \"%s\".".formatted(option, String.join(", ", known), name));
            }
        }
        return names;
    }

    private static int count(Map<String, String> given, String option, int otherwise) {
        String text = given.getOrDefault(option, String.valueOf(otherwise));
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw Failure.usage("%s must be a number from 1 on, but received \"%s\".".formatted(option, text));
        }
        return Integer.parseInt(text);
    }

    private static Optional<Path> path(String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(Path::of);
    }

    private static Path folder(Path path) {
        if (!Files.isDirectory(path)) throw Failure.of("no such folder: " + path);
        return path;
    }

    /** A file that can be written after minutes of measuring: its folder is there. */
    private static Path inFolder(Path file) {
        folder(file.toAbsolutePath().getParent());
        return file;
    }
}
