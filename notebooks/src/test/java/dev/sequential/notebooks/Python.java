package dev.sequential.notebooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs scripts in the environment with the kernel in it, which {@code ./sequential test} names. */
final class Python {
    /** The system property without which there is no kernel to test. */
    static final String PROPERTY = "sequential.python";

    static final Path ROOT = Path.of(System.getProperty("sequential.root", ".."));

    /** How a script ended and what it printed, errors included. */
    record Answer(int code, String output) {}

    private static final Path DATA_SETS = Path.of(System.getenv()
            .getOrDefault("SEQUENTIAL_DATASETS", ROOT.resolve("../shared/data").toString()));

    private Python() {}

    /** Whether kernels started here find MNIST without downloading it. */
    static boolean hasMnist() {
        return Files.isDirectory(DATA_SETS.resolve("mnist"));
    }

    static Answer run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty(PROPERTY), script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
        if (hasMnist()) {
            builder.environment()
                    .put("SEQUENTIAL_DATASETS", DATA_SETS.toAbsolutePath().toString());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
