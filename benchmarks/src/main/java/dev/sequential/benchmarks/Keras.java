package dev.sequential.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keras on one backend: a Python process that lives as long as this and answers each line with a line of JSON, as told in
 * {@code src/main/python/contender.py}. What else it says goes to a log.
 */
final class Keras implements Contender {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String backend;
    private final Path log;
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final String versions;

    /** Starts Keras by this command and waits until it is there. */
    Keras(String backend, List<String> command, Path log) {
        this.backend = backend;
        this.log = log;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("KERAS_BACKEND", backend);
        builder.environment().put("PYTHONUTF8", "1");
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
        // Where these choose kernels for old builds of OpenBLAS they slow down the new ones that Keras's numpy brings.
        // How OpenMP's threads wait is the launcher's choice for this library; Keras runs as it does by itself.
        builder.environment()
                .keySet()
                .removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_WAIT_POLICY", "GOMP_SPINCOUNT"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw Failure.of("cannot start Keras: " + e.getMessage());
        }
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        versions = answer().get("versions").asText();
    }

    @Override
    public String name() {
        return "keras-" + backend;
    }

    @Override
    public String versions() {
        return versions;
    }

    @Override
    public double fit(Case subject) {
        return ask("fit " + subject.name()).get("ms").asDouble();
    }

    @Override
    public double predict(Case subject) {
        return ask("predict " + subject.name()).get("ms").asDouble();
    }

    @Override
    public Mnist.Result mnist(Path folder) {
        JsonNode answer = ask("mnist " + Mnist.EPOCHS + " " + folder.toAbsolutePath());
        return new Mnist.Result(
                answer.get("accuracy").asDouble(), answer.get("seconds").asDouble());
    }

    @Override
    public void close() {
        try (questions) { // the end of its input is the end of the process
            questions.flush();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw gone();
        }
        return answer();
    }

    private JsonNode answer() {
        try {
            String line = answers.readLine();
            if (line == null) throw gone();
            JsonNode answer = JSON.readTree(line);
            if (answer.has("error"))
                throw Failure.of(name() + ": " + answer.get("error").asText());
            return answer;
        } catch (IOException e) {
            throw gone();
        }
    }

    private Failure gone() {
        return Failure.of("%s stopped: %s. All of it: %s".formatted(name(), lastWords(), log));
    }

    private String lastWords() {
        try {
            return Files.readString(log).strip().lines().reduce("", (before, line) -> line.strip());
        } catch (IOException e) {
            return "it left no message";
        }
    }
}
