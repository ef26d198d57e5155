package dev.sequential.training;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.BatchStream;
import java.util.Map;
import java.util.Optional;

/** Measures a model on batches, as validation or for {@code evaluate}. */
final class TestPass extends Pass {
    private final Steps steps;
    private final BatchStream stream;
    private final Callback callbacks;
    private final Reporter reporter;

    TestPass(Steps steps, BatchStream stream, Callback callbacks, Reporter reporter) {
        this.steps = steps;
        this.stream = stream;
        this.callbacks = callbacks;
        this.reporter = reporter;
    }

    /** Loss and metrics, or nothing if the thread was interrupted. */
    Optional<Map<String, Double>> run() {
        steps.reset();
        callbacks.onTestBegin(Logs.none());
        reporter.begin(stream);
        run(stream);
        if (interrupted()) return Optional.empty();
        Map<String, Double> logs = values();
        callbacks.onTestEnd(logs);
        reporter.end(logs);
        return Optional.of(logs);
    }

    @Override
    Step step(int rows) {
        return steps.test(rows, stream.weighted());
    }

    @Override
    void begin(int batch, int rows) {
        if (callbacks.followsBatches()) callbacks.onTestBatchBegin(batch, Logs.batch(batch, rows));
    }

    @Override
    boolean end(int batch, int rows, Step step) {
        if (callbacks.followsBatches()) {
            Map<String, Double> logs = Logs.batch(batch, rows);
            logs.putAll(values());
            callbacks.onTestBatchEnd(batch, logs);
        }
        reporter.step(rows, this::values);
        return true;
    }

    private Map<String, Double> values() {
        return Logs.of("", steps.names(), steps.results());
    }
}
