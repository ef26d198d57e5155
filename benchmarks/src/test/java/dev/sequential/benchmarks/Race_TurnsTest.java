package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Race_TurnsTest {
    private final List<String> turns = new ArrayList<>();

    /** Notes its turns; the n-th takes n milliseconds. */
    private record Noting(String name, List<String> turns) implements Contender {
        @Override
        public String versions() {
            return "";
        }

        @Override
        public double fit(Case subject) {
            turns.add(name + " fits " + subject.name());
            return turns.size();
        }

        @Override
        public double predict(Case subject) {
            turns.add(name + " predicts " + subject.name());
            return turns.size();
        }

        @Override
        public Mnist.Result mnist(Path folder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private final Race race = new Race(List.of(new Noting("a", turns), new Noting("b", turns)), 2);
    private final Case subject = Case.ALL.get(0);

    @Test
    void alternatesTraining() {
        assertThat(race.fit(subject))
                .containsExactly(
                        new Timing("mlp_b32", "fit", "a", List.of(1.0, 3.0)),
                        new Timing("mlp_b32", "fit", "b", List.of(2.0, 4.0)));
        assertThat(turns).containsExactly("a fits mlp_b32", "b fits mlp_b32", "a fits mlp_b32", "b fits mlp_b32");
    }

    @Test
    void alternatesPrediction() {
        assertThat(race.predict(subject)).extracting(Timing::kind).containsOnly("predict");
        assertThat(turns).startsWith("a predicts mlp_b32", "b predicts mlp_b32");
    }
}
