package dev.sequential.training;

import dev.sequential.data.BatchShapes;
import dev.sequential.optimizers.OptimizerState;
import java.util.List;
import java.util.Optional;

/** The programs of a compiled model, one a batch size and kind, made when first needed. */
public interface Steps extends AutoCloseable {
    /** A step that learns from batches of these shapes. */
    Step train(BatchShapes shapes);

    /** A step that only measures. */
    Step test(BatchShapes shapes);

    /** A step that only predicts, whose shapes are those of inputs alone; works without {@code compile}. */
    Step predict(BatchShapes shapes);

    /** Names of {@link #results()}: {@code loss}, then the outputs' losses if several, then the metrics. */
    List<String> names();

    /**
     * The numbers since the last reset: losses averaged over batches by their rows, metrics as accumulated. The array
     * is new each time.
     */
    double[] results();

    /** Forgets what losses and metrics have accumulated. */
    void reset();

    /** The learning rate of the next update. */
    double learningRate();

    /** Another learning rate from the next update on; refused if a schedule sets it. */
    void setLearningRate(double learningRate);

    /** Number of updates made since compilation, those of an optimizer object that was used before included. */
    long iterations();

    /** What the optimizer remembers. */
    default Optional<OptimizerState> optimizerState() {
        return Optional.empty();
    }

    /** Ends a training: weights become their moving averages, if the optimizer keeps some. */
    void afterTraining();

    /** An epoch of training begins: losses and metrics start again, and random numbers are those of this epoch. */
    void beginEpoch(int epoch);

    /** Restarts the random numbers of the steps (dropout, noise): the same seed gives the same ones again. */
    void seed(long seed);

    /** Frees the programs; only {@link #iterations()} and what a later compilation takes over can be asked then. */
    @Override
    void close();
}
