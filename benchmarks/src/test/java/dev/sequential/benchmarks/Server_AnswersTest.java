package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Server_AnswersTest {
    private final List<String> done = new ArrayList<>();

    /** Notes what it does; cannot evaluate. */
    private record Noting(List<String> done) implements Exercise, Library {
        @Override
        public String versions() {
            return "Noting 1";
        }

        @Override
        public Optional<Exercise> exercise(String subject) {
            done.add("make " + subject);
            return subject.equals("odd") ? Optional.empty() : Optional.of(this);
        }

        @Override
        public Optional<Mnist.Result> mnist(Path folder) {
            return folder.equals(Path.of("digits here")) ? Optional.of(new Mnist.Result(0.5, 2)) : Optional.empty();
        }

        @Override
        public int batches() {
            return 2;
        }

        @Override
        public void step() {
            done.add("step");
        }

        @Override
        public void fit(int epochs) {
            done.add("fit " + epochs);
        }

        @Override
        public void evaluate() {
            throw new IllegalStateException("no \"metrics\"\nat all");
        }

        @Override
        public void predict() {
            done.add("predict");
        }

        @Override
        public void predictOne() {}

        @Override
        public void callOne() {}
    }

    private List<String> answers(String... questions) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] in = String.join("\n", questions).getBytes(StandardCharsets.UTF_8);
        new Server(new Noting(done), Duration.ZERO)
                .run(new ByteArrayInputStream(in), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void beginsWithVersions() throws IOException {
        assertThat(answers()).containsExactly("{\"versions\": \"Noting 1\"}");
    }

    @Test
    void goesOnceUnmeasured() throws IOException {
        assertThat(answers("fit a", "fit a", "predict a"))
                .filteredOn(a -> a.startsWith("{\"value\": "))
                .hasSize(3);
        assertThat(done).containsExactly("make a", "fit 1", "fit 1", "fit 1", "predict", "predict");
    }

    @Test
    void measuresTheFirstStepAtOnce() throws IOException {
        answers("first_step a");
        assertThat(done).containsExactly("make a", "step");
    }

    @Test
    void keepsOneCaseAtATime() throws IOException {
        answers("first_step a", "first_step b", "first_step a");
        assertThat(done).containsExactly("make a", "step", "make b", "step", "make a", "step");
    }

    @Test
    void saysWhatItCannotDo() throws IOException {
        assertThat(answers("fit odd", "mnist elsewhere")).endsWith("{\"cannot\": true}", "{\"cannot\": true}");
    }

    @Test
    void passesErrorsOnInOneLine() throws IOException {
        assertThat(answers("evaluate a", "fly a"))
                .endsWith(
                        "{\"error\": \"java.lang.IllegalStateException: no metrics at all\"}",
                        "{\"error\": \"java.lang.IllegalArgumentException: no such measure: fly\"}");
    }

    @Test
    void learnsDigits() throws IOException {
        assertThat(answers("mnist digits here")).endsWith("{\"accuracy\": 0.5, \"seconds\": 2.0}");
    }
}
