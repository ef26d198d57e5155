package dev.sequential.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Contenders taking turns, so that whatever slows the machine for a while slows all of them.
 *
 * @param contenders this library first
 * @param rounds turns of each
 */
record Race(List<Contender> contenders, int rounds) {
    /** Takes a measure of each, as often as there are rounds; those who cannot are left out after the first. */
    List<Timing> run(Case subject, Measure measure) {
        List<Timing> timings = contenders.stream()
                .map(c -> new Timing(subject.name(), measure, c.name(), new ArrayList<>()))
                .toList();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                List<Double> values = timings.get(i).values();
                if (values.size() == round)
                    contenders.get(i).measure(measure, subject).ifPresent(values::add);
            }
        }
        return timings;
    }
}
