package dev.sequential.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A contender in a process of its own, which lives as long as this and answers each line with a line of JSON, as told in
 * {@link Server}. What else it says goes to a log.
 */
final class ContenderProcess implements Contender {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final String versions;

    /** Starts it and waits until it is there. */
    ContenderProcess(Entrant entrant) {
        this.name = entrant.name();
        this.log = entrant.log();
        ProcessBuilder builder = new ProcessBuilder(entrant.command()).redirectError(log.toFile());
        entrant.environment().accept(builder.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw Failure.of("cannot start " + name + ": " + e.getMessage());
        }
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        versions = answer().get("versions").asText();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String versions() {
        return versions;
    }

    @Override
    public OptionalDouble measure(Measure measure, Case subject) {
        JsonNode value = ask(measure.question() + " " + subject.name()).get("value");
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.asDouble());
    }

    @Override
    public OptionalDouble peakMemory() {
        return Memory.peak(process.pid());
    }

    @Override
    public Optional<Mnist.Result> mnist(Path folder) {
        JsonNode answer = ask("mnist " + folder.toAbsolutePath());
        if (answer.has("cannot")) return Optional.empty();
        return Optional.of(new Mnist.Result(
                answer.get("accuracy").asDouble(), answer.get("seconds").asDouble()));
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
                throw Failure.of(name + ": " + answer.get("error").asText());
            return answer;
        } catch (IOException e) {
            throw gone();
        }
    }

    private Failure gone() {
        return Failure.of("%s stopped: %s. All of it: %s".formatted(name, lastWords(), log));
    }

    private String lastWords() {
        try {
            return Files.readString(log).strip().lines().reduce("", (before, line) -> line.strip());
        } catch (IOException e) {
            return "it left no message";
        }
    }
}
