package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ContenderProcess_AnswersTest {
    private static final Case SMALL = Case.named("mlp_b32");
    private static final Case LARGE = Case.named("mlp_b128");

    @TempDir
    Path folder;

    private Contender contender;

    @BeforeEach
    void start() {
        contender = FakeContender.entrant("keras-jax", folder).start();
    }

    @AfterEach
    void close() {
        contender.close();
    }

    @Test
    void tellsItsNameAndVersions() {
        assertThat(contender.name()).isEqualTo("keras-jax");
        assertThat(contender.versions()).isEqualTo("Fake 1");
    }

    @Test
    void asksForMeasures() {
        assertThat(contender.measure(Measure.FIT, SMALL)).hasValue(1.5);
        assertThat(contender.measure(Measure.PREDICT, SMALL)).hasValue(0.5);
        assertThat(contender.mnist(folder)).contains(new Mnist.Result(0.98, 10.25));
    }

    @Test
    void asksForTrainingWhereCasesGrow() {
        assertThat(contender.measure(Measure.GROWTH, SMALL)).hasValue(1.5);
    }

    @Test
    void knowsNothingOfWhatCannotBeMeasured() {
        assertThat(contender.measure(Measure.HEAP, SMALL)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsThePeakOfItsMemory() {
        assertThat(contender.peakMemory().orElseThrow()).isBetween(1e6, 1e10);
    }

    @Test
    void passesErrorsOn() {
        assertThatThrownBy(() -> contender.measure(Measure.FIT, LARGE))
                .isInstanceOf(Failure.class)
                .hasMessage("keras-jax: ValueError: too big");
        assertThat(contender.measure(Measure.FIT, SMALL)).hasValue(1.5);
    }

    @Test
    void repeatsTheLastWordsOfAProcessThatStops() {
        assertThatThrownBy(() -> contender.measure(Measure.PREDICT, LARGE))
                .isInstanceOf(Failure.class)
                .hasMessage("keras-jax stopped: MemoryError: no more. All of it: " + folder.resolve("keras-jax.log"));
    }

    @Test
    void saysWhyItCannotStart() {
        Path log = folder.resolve("x.log");
        var entrant = new Entrant("x", List.of(folder.resolve("none").toString()), e -> {}, log, false);
        assertThatThrownBy(entrant::start).isInstanceOf(Failure.class).hasMessageStartingWith("cannot start x: ");
    }
}
