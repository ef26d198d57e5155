package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** Who takes part: each answers the same questions about the same cases, one question at a time. */
interface Contender extends AutoCloseable {
    /** Short name, a column of the tables. */
    String name();

    /** What it is, with versions. */
    String versions();

    /**
     * Takes a measure once; empty if it cannot. What is meant to be measured warm goes once unmeasured before, the first
     * time. It holds one case at a time, and another case is made anew.
     */
    OptionalDouble measure(Measure measure, Case subject);

    /** The most memory in bytes that its process has held so far; empty where the system does not tell. */
    OptionalDouble peakMemory();

    /** Trains on the digits in this folder and measures on the test digits; empty if it cannot. */
    Optional<Mnist.Result> mnist(Path folder);

    @Override
    void close();
}
