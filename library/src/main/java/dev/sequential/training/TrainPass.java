package dev.sequential.training;

import dev.sequential.callbacks.Callback;
import dev.sequential.data.BatchShapes;
import dev.sequential.data.BatchStream;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Trains a model on the batches of one epoch after another. */
final class TrainPass extends Pass {
    private final BooleanSupplier stopped;
    private final IntConsumer onBadLoss;
    private boolean bad;

    /**
     * {@code stopped} is asked after each batch whether to stop; {@code onBadLoss} is told the number of the first batch
     * whose loss is not a number.
     */
    TrainPass(
            Steps steps,
            BatchStream stream,
            Callback callbacks,
            Reporter reporter,
            BooleanSupplier stopped,
            IntConsumer onBadLoss) {
        super(steps, stream, callbacks, reporter);
        this.stopped = stopped;
        this.onBadLoss = onBadLoss;
    }

    /** The epoch of this number, the first being 0; loss and metrics of what was done of it. */
    Map<String, Double> run(int epoch) {
        reporter.begin(stream);
        runBatches(epoch);
        return values();
    }

    @Override
    Step step(BatchShapes of) {
        return steps.train(of);
    }

    @Override
    void begin(int batch, int rows) {
        if (callbacks.followsBatches()) callbacks.onTrainBatchBegin(batch, Logs.batch(batch, rows));
    }

    @Override
    boolean end(int batch, int rows, Step step) {
        if (!bad && !Double.isFinite(step.batchLoss())) {
            bad = true;
            onBadLoss.accept(batch);
        }
        if (callbacks.followsBatches()) {
            callbacks.onTrainBatchEnd(batch, batchValues(batch, rows));
        }
        reporter.step(rows, this::values);
        return !stopped.getAsBoolean();
    }
}
