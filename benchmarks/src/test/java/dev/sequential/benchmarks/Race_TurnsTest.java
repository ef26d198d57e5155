package dev.sequential.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class Race_TurnsTest {
    private final List<String> turns = new ArrayList<>();

    /** Notes its turns; the n-th takes n milliseconds. It can only fit and predict. */
    private record Noting(String name, List<String> turns) implements Contender {
        @Override
        public String versions() {
            return "";
        }

        @Override
        public OptionalDouble measure(Measure measure, Case subject) {
            turns.add(name + " " + measure.word() + " " + subject.name());
            return List.of(Measure.FIT, Measure.PREDICT).contains(measure)
                    ? OptionalDouble.of(turns.size())
                    : OptionalDouble.empty();
        }

        @Override
        public OptionalDouble peakMemory() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Mnist.Result> mnist(Path folder) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private final Race race = new Race(List.of(new Noting("a", turns), new Noting("b", turns)), 2);
    private final Case subject = Case.ALL.get(0);

    @Test
    void alternates() {
        assertThat(race.run(subject, Measure.FIT))
                .containsExactly(
                        new Timing("mlp_b32", Measure.FIT, "a", List.of(1.0, 3.0)),
                        new Timing("mlp_b32", Measure.FIT, "b", List.of(2.0, 4.0)));
        assertThat(turns).containsExactly("a fit mlp_b32", "b fit mlp_b32", "a fit mlp_b32", "b fit mlp_b32");
    }

    @Test
    void asksNobodyTwiceForWhatHeCannotDo() {
        assertThat(race.run(subject, Measure.EVALUATE))
                .extracting(Timing::hasValues)
                .containsExactly(false, false);
        assertThat(turns).containsExactly("a evaluate mlp_b32", "b evaluate mlp_b32");
    }
}
