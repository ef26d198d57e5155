package dev.sequential.notebooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private Python() {}

    static Answer run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty(PROPERTY), script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
