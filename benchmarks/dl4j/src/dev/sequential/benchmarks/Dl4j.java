package dev.sequential.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Deeplearning4j as a contender: the process that answers for it. It has no transformer, which needs normalised sums. */
final class Dl4j implements Library {
    private static final Map<String, Supplier<Exercise>> CASES = Map.of(
            "mlp_b32", () -> Dl4jCases.mlp(512, 32, 1_920),
            "mlp_b128", () -> Dl4jCases.mlp(512, 128, 2_560),
            "mnist_cnn", Dl4jCases::cnn,
            "imdb_lstm", Dl4jCases::lstm,
            "resnet_b64", Dl4jResNet::resnet,
            "tiny_b32", Dl4jCases::tiny);

    /** As in {@link Growth}, with fewer batches. */
    private static final Map<String, IntFunction<Exercise>> GROWING = Map.of(
            "batch", batch -> Dl4jCases.mlp(512, batch, Math.max(1_024, 2 * batch)),
            "width", width -> Dl4jCases.mlp(width, 128, 512));

    private Dl4j() {}

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        new Server(new Dl4j()).run();
    }

    @Override
    public String versions() {
        return "DL4J 1.0.0-M2.1 on JDK " + Runtime.version().feature();
    }

    @Override
    public Optional<Exercise> exercise(String subject) {
        int size = subject.lastIndexOf('_') + 1;
        IntFunction<Exercise> growing = GROWING.get(subject.substring(0, Math.max(0, size - 1)));
        if (growing != null) return Optional.of(growing.apply(Integer.parseInt(subject.substring(size))));
        return Optional.ofNullable(CASES.get(subject)).map(Supplier::get);
    }

    @Override
    public Optional<Mnist.Result> mnist(Path folder) {
        return Optional.empty();
    }
}
