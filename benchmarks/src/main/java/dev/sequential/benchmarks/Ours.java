package dev.sequential.benchmarks;

import dev.sequential.Model;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** This library, called as a user calls it. */
final class Ours implements Contender {
    /** A case made: its model and its data. */
    private record Ready(Model model, INDArray x, INDArray y, int batch) {
        static Ready of(Case subject) {
            return new Ready(
                    subject.model().get(),
                    subject.inputs().get(),
                    subject.targets().get(),
                    subject.batch());
        }

        void fit() {
            model.fit(x, y, f -> f.batchSize(batch).epochs(1).verbose(0));
        }

        void predict() {
            model.predict(x, p -> p.batchSize(batch).verbose(0));
        }

        long batches() {
            return (x.size(0) + batch - 1) / batch;
        }
    }

    private final Map<String, Ready> ready = new HashMap<>();
    private final Set<String> warm = new HashSet<>();

    @Override
    public String name() {
        return "sequential";
    }

    @Override
    public String versions() {
        return "Sequential on JDK " + Runtime.version().feature();
    }

    @Override
    public double fit(Case subject) {
        return timed("fit", subject, Ready::fit);
    }

    @Override
    public double predict(Case subject) {
        return timed("predict", subject, Ready::predict);
    }

    @Override
    public Mnist.Result mnist(Path folder) {
        return Mnist.run(folder);
    }

    @Override
    public void close() {}

    private double timed(String kind, Case subject, Consumer<Ready> work) {
        Ready made = ready.computeIfAbsent(subject.name(), name -> Ready.of(subject));
        if (warm.add(kind + " " + subject.name())) work.accept(made);
        long start = System.nanoTime();
        work.accept(made);
        return (System.nanoTime() - start) / 1e6 / made.batches();
    }
}
