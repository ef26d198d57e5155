package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who may take part.
 *
 * @param root folder of the project
 * @param state folder to install peers in
 * @param python makes their environments
 */
record Entrants(Path root, Path state, String python) {
    /** Where the launcher says. */
    static Entrants of(Map<String, String> environment) {
        return new Entrants(
                Path.of(environment.get("SEQUENTIAL_ROOT")),
                Path.of(environment.get("SEQUENTIAL_STATE")),
                environment.get("SEQUENTIAL_PYTHON"));
    }

    /** This library and these peers, installed if need be. */
    List<Entrant> with(List<String> peers) {
        List<Entrant> entrants = new ArrayList<>(List.of(ours()));
        for (String peer : peers) entrants.add(peer(peer));
        return entrants;
    }

    private Entrant ours() {
        List<String> command = Java.command(Java.classPath(), Ours.class.getName());
        return new Entrant("sequential", command, environment -> {}, state.resolve("sequential.log"), false);
    }

    private Entrant peer(String name) {
        Path benchmarks = root.resolve("benchmarks");
        return name.equals("dl4j")
                ? new Dl4jEnvironment(benchmarks.resolve("dl4j"), state).entrant()
                : new KerasEnvironment(benchmarks.resolve("src/main/python"), state, name).entrant(python);
    }
}
