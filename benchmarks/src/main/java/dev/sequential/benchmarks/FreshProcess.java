package dev.sequential.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What only a process that has done nothing else can tell: how long its first step takes, and how much memory it needs.
 *
 * @param measures those of {@link Measure.Kind#FRESH} that are wanted
 */
record FreshProcess(List<Measure> measures) {
    /**
     * Starts a process for one case: it steps for the first time, then trains, evaluates and predicts for a while,
     * and its peak is read.
     */
    List<Timing> run(Entrant entrant, Case subject) {
        List<Timing> timings = new ArrayList<>();
        try (Contender contender = entrant.start()) {
            for (Measure measure : measures) {
                OptionalDouble value =
                        measure == Measure.MEMORY ? memory(contender, subject) : contender.measure(measure, subject);
                List<Double> values = value.stream().boxed().toList();
                timings.add(new Timing(subject.name(), measure, entrant.name(), values));
            }
        }
        return timings;
    }

    private static OptionalDouble memory(Contender contender, Case subject) {
        boolean can = List.of(Measure.FIT, Measure.EVALUATE, Measure.PREDICT).stream()
                .allMatch(measure -> contender.measure(measure, subject).isPresent());
        OptionalDouble peak = can ? contender.peakMemory() : OptionalDouble.empty();
        return peak.stream().map(bytes -> bytes / 1e6).findFirst();
    }
}
