package dev.sequential.training;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.BatchShapes;
import dev.sequential.data.BatchStream;
import dev.sequential.engine.Check;
import java.util.Map;
import java.util.Optional;

/** Measures a model on batches, as validation or for {@code evaluate}. */
final class TestPass extends Pass {
    TestPass(Steps steps, BatchStream stream, Callback callbacks, Reporter reporter) {
        super(steps, stream, callbacks, reporter);
    }

    /** Loss and metrics, or nothing if the thread was interrupted. */
    Optional<Map<String, Double>> run() {
        steps.reset();
        callbacks.onTestBegin(Logs.none());
        reporter.begin(stream);
        runBatches(0);
        if (interrupted()) return Optional.empty();
        Check.that(done() > 0, "There is no batch left to measure on: the generator has run out of data");
        Map<String, Double> logs = values();
        callbacks.onTestEnd(logs);
        reporter.end(logs);
        return Optional.of(logs);
    }

    @Override
    Step step(BatchShapes of) {
        return steps.test(of);
    }

    @Override
    void begin(int batch, int rows) {
        if (callbacks.followsBatches()) callbacks.onTestBatchBegin(batch, Logs.batch(batch, rows));
    }

    @Override
    boolean end(int batch, int rows, Step step) {
        if (callbacks.followsBatches()) {
            callbacks.onTestBatchEnd(batch, batchValues(batch, rows));
        }
        reporter.step(rows, this::values);
        return true;
    }
}
