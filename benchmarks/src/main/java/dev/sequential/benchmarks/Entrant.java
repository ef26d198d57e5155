package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who may take part and how to start it, as often as a fresh process is needed.
 *
 * @param name short, a column of the tables
 * @param command starts a process that answers as told in {@link Server}
 * @param environment changes the environment variables it gets
 * @param log file for what else it says
 * @param isPeer whether it is another library, whose failures do not matter to this one
 */
record Entrant(String name, List<String> command, Consumer<Map<String, String>> environment, Path log, boolean isPeer) {
    /** Starts it and waits until it is there. */
    Contender start() {
        Contender contender = new ContenderProcess(this);
        return isPeer ? new Lenient(contender) : contender;
    }
}
