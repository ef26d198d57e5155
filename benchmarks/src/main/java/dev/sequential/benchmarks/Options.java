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
 * @param measures to take; default all
 * @param peers to compare with; default Keras on jax and on tensorflow
 * @param rounds how often each contender takes its turn on each case; default 5
 * @param digits folder of MNIST's files; default the environment variable SEQUENTIAL_MNIST, if set
 * @param json file that keeps the numbers; default none
 * @param isWhole whether no case and no measure is left out and there are peers: what is worth keeping
 */
record Options(
        List<String> cases,
        List<Measure> measures,
        List<String> peers,
        int rounds,
        Optional<Path> digits,
        Optional<Path> json,
        boolean isWhole) {
    private static final String MNIST = "mnist";

    private static final List<String> CASES =
            Stream.concat(Case.ALL.stream().map(Case::name), Stream.of(MNIST)).toList();
    private static final List<String> PEERS = List.of("jax", "tensorflow", "torch", "dl4j");
    private static final List<String> USUAL = PEERS.subList(0, 2);
    private static final List<String> KNOWN =
            List.of("--cases", "--measures", "--peers", "--rounds", "--mnist", "--json");

    static final String USAGE =
            """
            This library side by side with Keras and DL4J: time, memory and how far both are from the machine's limit

              ./sequential bench [option]...

              --cases LIST      which to run of %s;
                                default all
              --measures LIST   what to measure of %s;
                                default all
              --peers LIST      whom to compare with: Keras on jax, tensorflow or torch, and dl4j, or none; default %s;
                                torch is up to 3 GB to download, dl4j some 200 MB
              --rounds N        how often each contender takes its turn on each case; default 5
              --mnist DIR       folder of MNIST's four .gz files; default $SEQUENTIAL_MNIST; mnist is skipped without
              --json FILE       keeps every number there; a run of all cases and measures is kept in benchmarks/results too
            """.formatted(String.join(",", CASES), String.join(",", Measure.words()), String.join(",", USUAL));

    /** Reads a command line; what it does not say comes from the environment or is the default. */
    static Options parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = pairs(arguments);
        List<String> words = list(given, "--measures", Measure.words(), Measure.words());
        List<String> peers = "none".equals(given.get("--peers")) ? List.of() : list(given, "--peers", PEERS, USUAL);
        return new Options(
                list(given, "--cases", CASES, CASES),
                Stream.of(Measure.values())
                        .filter(m -> words.contains(m.word()))
                        .toList(),
                peers,
                count(given, "--rounds", 5),
                path(given.getOrDefault("--mnist", environment.get("SEQUENTIAL_MNIST")))
                        .map(Options::folder),
                path(given.get("--json")).map(Options::inFolder),
                !given.containsKey("--cases") && !given.containsKey("--measures") && !peers.isEmpty());
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

    private static List<String> list(
            Map<String, String> given, String option, List<String> known, List<String> otherwise) {
        if (!given.containsKey(option)) return otherwise;
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
