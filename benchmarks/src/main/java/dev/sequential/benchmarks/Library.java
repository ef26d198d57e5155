package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.Optional;

/** A Java library that takes part, as its own process sees it. */
interface Library {
    /** What it is, with versions. */
    String versions();

    /** Makes the case of this name; empty if the library cannot express it. */
    Optional<Exercise> exercise(String subject);

    /** Trains on the digits in this folder; empty if it takes no part in that. */
    Optional<Mnist.Result> mnist(Path folder);
}
