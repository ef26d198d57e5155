package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Lenient_FailuresTest {
    @TempDir
    Path folder;

    @Test
    void leavesOutWhatFailsAndGoesOn() {
        try (var contender = new Lenient(FakeContender.entrant("fake", folder).start())) {
            assertThat(contender.measure(Measure.FIT, Case.named("mlp_b128"))).isEmpty();
            assertThat(contender.measure(Measure.FIT, Case.named("mlp_b32"))).hasValue(1.5);
        }
    }

    @Test
    void leavesOutAllAfterTheEndOfTheProcess() {
        try (var contender = new Lenient(FakeContender.entrant("fake", folder).start())) {
            assertThat(contender.measure(Measure.PREDICT, Case.named("mlp_b128")))
                    .isEmpty();
            assertThat(contender.measure(Measure.FIT, Case.named("mlp_b32"))).isEmpty();
            assertThat(contender.mnist(folder)).isEmpty();
        }
    }
}
