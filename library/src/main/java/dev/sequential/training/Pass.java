package dev.sequential.training;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.BatchShapes;
import dev.sequential.data.BatchStream;
import java.util.Map;
import java.util.Optional;

/** One way through batches: each is copied into its step, run and told of. */
abstract class Pass {
    final Steps steps;
    final BatchStream stream;
    final Callback callbacks;
    final Reporter reporter;
    private Step step;
    private BatchShapes shapes;
    private int done;
    private boolean interrupted;

    Pass(Steps steps, BatchStream stream, Callback callbacks, Reporter reporter) {
        this.steps = steps;
        this.stream = stream;
        this.callbacks = callbacks;
        this.reporter = reporter;
    }

    /** The program for batches of these shapes. */
    abstract Step step(BatchShapes of);

    /** Before a batch, counted from 0. */
    abstract void begin(int batch, int rows);

    /** After a batch; tells whether to go on. */
    abstract boolean end(int batch, int rows, Step step);

    /** Goes on until the batches end, {@link #end} says so or the thread is interrupted. */
    final void runBatches(int epoch) {
        stream.begin(epoch);
        done = 0;
        interrupted = false;
        boolean on = true;
        while (on) {
            Optional<BatchShapes> next = stream.next();
            if (next.isEmpty()) {
                interrupted = Thread.interrupted();
                return;
            }
            if (!next.get().equals(shapes)) step = step(next.get());
            shapes = next.get();
            int rows = shapes.rows();
            begin(done, rows);
            stream.fill(step.inputs(), step.targets(), step.sampleWeights());
            step.run();
            interrupted = Thread.interrupted();
            on = end(done, rows, step) && !interrupted;
            done++;
        }
    }

    /** Loss and metrics so far. */
    final Map<String, Double> values() {
        return Logs.of("", steps.names(), steps.results());
    }

    /** What callbacks are told after a batch: its number and size, loss and metrics so far. */
    final Map<String, Double> batchValues(int batch, int rows) {
        Map<String, Double> logs = Logs.batch(batch, rows);
        logs.putAll(values());
        return logs;
    }

    /** Batches that the last run has done. */
    final int done() {
        return done;
    }

    /** Whether the last run ended because the thread was interrupted; the interruption is then cleared. */
    final boolean interrupted() {
        return interrupted;
    }
}
