package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FreshProcess_MeasuresTest {
    @TempDir
    Path folder;

    private List<Timing> run(String subject, Measure... measures) {
        Entrant entrant = FakeContender.entrant("fake", folder);
        return new FreshProcess(List.of(measures)).run(entrant, Case.named(subject));
    }

    @Test
    void takesTheFirstStepOnce() {
        assertThat(run("mlp_b32", Measure.FIRST_STEP, Measure.HEAP))
                .containsExactly(
                        new Timing("mlp_b32", Measure.FIRST_STEP, "fake", List.of(250.0)),
                        new Timing("mlp_b32", Measure.HEAP, "fake", List.of()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsMegabytesAfterWork() {
        assertThat(run("mlp_b32", Measure.MEMORY))
                .singleElement()
                .satisfies(timing -> assertThat(timing.least()).isBetween(1.0, 10_000.0));
    }

    @Test
    void readsNoMemoryOfWhoCannotDoTheCase() {
        assertThat(run("tiny_b32", Measure.MEMORY))
                .containsExactly(new Timing("tiny_b32", Measure.MEMORY, "fake", List.of()));
    }
}
