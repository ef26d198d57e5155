package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A contender whose failures are told on the error output and leave cells empty, so that a peer cannot spoil a long run.
 *
 * @param contender that may fail
 */
record Lenient(Contender contender) implements Contender {
    @Override
    public String name() {
        return contender.name();
    }

    @Override
    public String versions() {
        return contender.versions();
    }

    @Override
    public OptionalDouble measure(Measure measure, Case subject) {
        return or(OptionalDouble.empty(), () -> contender.measure(measure, subject));
    }

    @Override
    public OptionalDouble peakMemory() {
        return contender.peakMemory();
    }

    @Override
    public Optional<Mnist.Result> mnist(Path folder) {
        return or(Optional.empty(), () -> contender.mnist(folder));
    }

    @Override
    public void close() {
        contender.close();
    }

    private static <T> T or(T otherwise, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Failure failure) {
            System.err.println("    " + failure.getMessage());
            return otherwise;
        }
    }
}
