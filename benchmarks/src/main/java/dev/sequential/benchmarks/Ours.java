package dev.sequential.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** This library as a contender: the process that answers for it. */
final class Ours implements Library {
    private Ours() {}

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        new Server(new Ours()).run();
    }

    @Override
    public String versions() {
        return "Sequential on JDK " + Runtime.version().feature();
    }

    @Override
    public Optional<Exercise> exercise(String subject) {
        return Optional.of(OurExercise.of(Case.named(subject)));
    }

    @Override
    public Optional<Mnist.Result> mnist(Path folder) {
        return Optional.of(Mnist.run(folder));
    }
}
