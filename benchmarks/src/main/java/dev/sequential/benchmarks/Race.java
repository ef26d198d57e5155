package dev.sequential.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Contenders taking turns, so that whatever slows the machine for a while slows all of them.
 *
 * @param contenders this library first
 * @param rounds turns of each
 */
record Race(List<Contender> contenders, int rounds) {
    /** Times training steps. */
    List<Timing> fit(Case subject) {
        return run(subject, "fit", Contender::fit);
    }

    /** Times predicted batches. */
    List<Timing> predict(Case subject) {
        return run(subject, "predict", Contender::predict);
    }

    private List<Timing> run(Case subject, String kind, ToDoubleBiFunction<Contender, Case> turn) {
        List<Timing> timings = contenders.stream()
                .map(c -> new Timing(subject.name(), kind, c.name(), new ArrayList<>()))
                .toList();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                timings.get(i).ms().add(turn.applyAsDouble(contenders.get(i), subject));
            }
        }
        return timings;
    }
}
