package dev.sequential.training;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.BatchStream;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Collects what a model makes of batches. */
final class PredictPass extends Pass {
    private final List<INDArray> results = new ArrayList<>();
    private long row;

    PredictPass(Steps steps, BatchStream stream, Callback callbacks, Reporter reporter) {
        super(steps, stream, callbacks, reporter);
    }

    /** The results for all rows in order, one array for each output, or nothing if the thread was interrupted. */
    Optional<List<INDArray>> run() {
        callbacks.onPredictBegin(Logs.none());
        reporter.begin(stream);
        runBatches();
        if (interrupted()) return Optional.empty();
        callbacks.onPredictEnd(Logs.none());
        reporter.end(Map.of());
        return Optional.of(results);
    }

    @Override
    Step step(int rows) {
        return steps.predict(rows);
    }

    @Override
    void begin(int batch, int rows) {
        if (callbacks.followsBatches()) callbacks.onPredictBatchBegin(batch, Logs.batch(batch, rows));
    }

    @Override
    boolean end(int batch, int rows, Step step) {
        for (int i = 0; i < step.outputs().size(); i++) {
            Memory output = step.outputs().get(i);
            if (results.size() == i) results.add(allRows(output));
            copy(output, results.get(i), row, rows);
        }
        row += rows;
        if (callbacks.followsBatches()) {
            List<INDArray> outputs =
                    step.outputs().stream().map(o -> o.array().dup('c')).toList();
            callbacks.onPredictBatchEnd(batch, Logs.batch(batch, rows), outputs);
        }
        reporter.step(rows, Map::of);
        return true;
    }

    private INDArray allRows(Memory output) {
        Shape shape = output.shape().withDim(0, stream.rows());
        return Nd4j.createUninitialized(Variable.dataType(output.dtype()), shape.dims());
    }

    private static void copy(Memory from, INDArray to, long row, int rows) {
        long bytes = from.size() * from.dtype().bytes();
        BytePointer target = new BytePointer(to.data().pointer());
        Pointer.memcpy(target.position(row * (bytes / rows)), new BytePointer(from.pointer()), bytes);
    }
}
