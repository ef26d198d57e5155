package dev.sequential.benchmarks;

import java.nio.file.Path;

/** Who takes part: each answers the same questions about the same cases, one question at a time. */
interface Contender extends AutoCloseable {
    /** Short name, a column of the tables. */
    String name();

    /** What it is, with versions. */
    String versions();

    /**
     * Trains one epoch and returns the milliseconds a step. The first time the case is made and an epoch goes before that
     * is not timed.
     */
    double fit(Case subject);

    /** Predicts all samples and returns the milliseconds a batch; the first time it does so twice, as in {@link #fit}. */
    double predict(Case subject);

    /** Trains on the digits in this folder and measures on the test digits. */
    Mnist.Result mnist(Path folder);

    @Override
    void close();
}
