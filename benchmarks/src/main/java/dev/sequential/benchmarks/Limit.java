package dev.sequential.benchmarks;

import java.util.List;

/**
 * What no library could do quicker on this machine.
 *
 * @param subject name of the case
 * @param measure {@link Measure#FIT} or {@link Measure#PREDICT}
 * @param work what must be done
 * @param ms how long that takes at the least
 */
record Limit(String subject, Measure measure, Work work, double ms) {
    /** Those of a case. */
    static List<Limit> of(Case subject, Machine machine) {
        var model = subject.model().get();
        Work training = Work.training(model, subject.batch());
        Work predicting = Work.predicting(model, subject.batch());
        return List.of(
                new Limit(subject.name(), Measure.FIT, training, machine.limit(training)),
                new Limit(subject.name(), Measure.PREDICT, predicting, machine.limit(predicting)));
    }
}
