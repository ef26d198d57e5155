package dev.sequential.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The private Python environment that Keras runs in, made once and again when what it must hold changes. Afterwards no
 * internet is needed.
 *
 * @param sources the Python files, {@code requirements.txt} among them
 * @param state folder to keep the environment in
 */
record KerasEnvironment(Path sources, Path state) {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** Makes the environment by this Python if it is not there yet. */
    void ensure(String python) {
        try {
            if (ready()) return;
            System.err.printf("Setting up Keras in %s (once; some 500 MB to download, a few minutes)%n", home());
            Files.createDirectories(state);
            Files.deleteIfExists(mark());
            run(python, "-m", "venv", "--clear", home().toString());
            run(
                    python().toString(),
                    "-m",
                    "pip",
                    "install",
                    "--disable-pip-version-check",
                    "--no-input",
                    "-r",
                    requirements().toString());
            Files.writeString(mark(), wanted());
            System.err.println("Ready.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts Keras on this backend. */
    Keras start(String backend) {
        Path log = state.resolve("keras-" + backend + ".log");
        return new Keras(
                backend,
                List.of(python().toString(), sources.resolve("contender.py").toString()),
                log);
    }

    private boolean ready() throws IOException {
        return Files.exists(python())
                && Files.exists(mark())
                && Files.readString(mark()).equals(wanted());
    }

    /** What a finished environment is marked with: an environment cannot be moved, so its place counts too. */
    private String wanted() throws IOException {
        return home() + "\n" + Files.readString(requirements());
    }

    private void run(String... command) throws IOException {
        Path log = state.resolve("keras-setup.log");
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
        throw Failure.of("Keras could not be installed, which needs the internet and Python 3.10 to 3.13. All of it: "
                + log + ". To time this library alone: --backends none");
    }

    private Path home() {
        return state.resolve("keras");
    }

    private Path mark() {
        return home().resolve("made-of.txt");
    }

    private Path python() {
        return home().resolve(WINDOWS ? "Scripts/python.exe" : "bin/python");
    }

    private Path requirements() {
        return sources.resolve("requirements.txt");
    }
}
