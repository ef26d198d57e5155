package dev.sequential.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a peer needs, installed once in a folder of its own and again when what it must hold changes. Afterwards no internet
 * is needed.
 *
 * @param name of the peer
 * @param home the folder
 * @param list the file that says what it must hold
 * @param needs what else is needed to install it
 */
record Installation(String name, Path home, Path list, String needs) {
    /** Installs it by these commands if it is not there yet, telling how much that will download. */
    void ensure(String size, List<List<String>> commands) {
        try {
            if (ready()) return;
            System.err.printf("Setting up %s in %s (once; %s to download, a few minutes)%n", name, home, size);
            Files.createDirectories(home);
            Files.deleteIfExists(mark());
            for (List<String> command : commands) run(command);
            Files.writeString(mark(), wanted());
            System.err.println("Ready.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready() throws IOException {
        return Files.exists(mark()) && Files.readString(mark()).equals(wanted());
    }

    private Path mark() {
        return home.resolve("made-of.txt");
    }

    /** What a finished installation is marked with: a Python environment cannot be moved, so the place counts too. */
    private String wanted() throws IOException {
        return home + "\n" + Files.readString(list);
    }

    private void run(List<String> command) throws IOException {
        Path log = home.resolveSibling(home.getFileName() + "-setup.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() == 0) return;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        throw Failure.of(
                "%s could not be installed, which needs the internet and %s. All of it: %s. To do without: --peers none"
                        .formatted(name, needs, log));
    }
}
