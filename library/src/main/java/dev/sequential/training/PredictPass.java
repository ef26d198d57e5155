package dev.sequential.training;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.BatchShapes;
import dev.sequential.data.BatchStream;
import dev.sequential.engine.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Collects what a model makes of batches. */
final class PredictPass extends Pass {
    private final List<Collected> results = new ArrayList<>();

    PredictPass(Steps steps, BatchStream stream, Callback callbacks, Reporter reporter) {
        super(steps, stream, callbacks, reporter);
    }

    /** The results for all rows in order, one array for each output, or nothing if the thread was interrupted. */
    Optional<List<INDArray>> run() {
        callbacks.onPredictBegin(Logs.none());
        reporter.begin(stream);
        runBatches(0);
        if (interrupted()) return Optional.empty();
        callbacks.onPredictEnd(Logs.none());
        reporter.end(Map.of());
        return Optional.of(results.stream().map(Collected::array).toList());
    }

    @Override
    Step step(BatchShapes of) {
        return steps.predict(of);
    }

    @Override
    void begin(int batch, int rows) {
        if (callbacks.followsBatches()) callbacks.onPredictBatchBegin(batch, Logs.batch(batch, rows));
    }

    @Override
    boolean end(int batch, int rows, Step step) {
        for (int i = 0; i < step.outputs().size(); i++) {
            if (results.size() == i) results.add(new Collected(stream.rows()));
            results.get(i).add(step.outputs().get(i));
        }
        if (callbacks.followsBatches()) {
            List<INDArray> outputs = step.outputs().stream().map(Memory::copy).toList();
            callbacks.onPredictBatchEnd(batch, Logs.batch(batch, rows), outputs);
        }
        reporter.step(rows, Map::of);
        return true;
    }
}
