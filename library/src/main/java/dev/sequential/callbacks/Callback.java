package dev.sequential.callbacks;

import dev.sequential.Model;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Is told what {@code fit}, {@code evaluate} and {@code predict} do while they do it. Implement the methods you need:
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(100).callbacks(new Callback() {
 *     @Override public void onEpochEnd(int epoch, Map<String, Double> logs) {
 *         if (logs.get("loss") < 0.1) model.stopTraining();
 *     }
 * }));
 * }</pre>
 *
 * The order in {@code fit} is {@code setModel}, {@code setParams}, {@code setOutput}, {@code onTrainBegin}; for each
 * epoch {@code onEpochBegin}, for each batch {@code onTrainBatchBegin} and {@code onTrainBatchEnd}, for validation the
 * {@code onTest…} methods, {@code onEpochEnd}; then {@code onTrainEnd}. Epochs and batches count from 0. An exception
 * ends the call and reaches its caller.
 */
public interface Callback {
    /** The model this call is about; comes first. */
    default void setModel(Model model) {}

    /**
     * What the call was made with: {@code epochs}, {@code steps}, {@code verbose}, {@code batch_size}, {@code samples},
     * {@code do_validation}, {@code metrics} (the keys of {@code logs}).
     */
    default void setParams(Map<String, ?> params) {}

    /** Where to say something to the user: takes one line, which is shown with the progress. */
    default void setOutput(Consumer<String> output) {}

    /** Training begins. */
    default void onTrainBegin(Map<String, Double> logs) {}

    /** The epoch that training begins with: {@code given}, unless an earlier training was restored. Asked after {@link #onTrainBegin}. */
    default int initialEpoch(int given) {
        return given;
    }

    /** Training has ended; {@code logs} are those of its last epoch. After an exception {@link #onTrainAbort} comes instead. */
    default void onTrainEnd(Map<String, Double> logs) {}

    /** Training ends by this exception, which its caller will get. */
    default void onTrainAbort(Throwable cause) {}

    /** An epoch begins. */
    default void onEpochBegin(int epoch, Map<String, Double> logs) {}

    /**
     * An epoch has ended. {@code logs} holds loss, metrics and, if validation ran, the same with {@code val_}; what is
     * put into it is seen by later callbacks, by {@code History} and by the progress.
     */
    default void onEpochEnd(int epoch, Map<String, Double> logs) {}

    /** A training batch begins; {@code logs} holds {@code batch} and {@code size}. */
    default void onTrainBatchBegin(int batch, Map<String, Double> logs) {
        onBatchBegin(batch, logs);
    }

    /** A training batch has ended; {@code logs} holds {@code batch}, {@code size}, and loss and metrics of the epoch so far. */
    default void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        onBatchEnd(batch, logs);
    }

    /** Older name of {@link #onTrainBatchBegin}. */
    default void onBatchBegin(int batch, Map<String, Double> logs) {}

    /** Older name of {@link #onTrainBatchEnd}. */
    default void onBatchEnd(int batch, Map<String, Double> logs) {}

    /** Measuring begins, in {@code evaluate} or as validation. */
    default void onTestBegin(Map<String, Double> logs) {}

    /** Measuring has ended; {@code logs} holds loss and metrics. */
    default void onTestEnd(Map<String, Double> logs) {}

    /** A test batch begins; {@code logs} holds {@code batch} and {@code size}. */
    default void onTestBatchBegin(int batch, Map<String, Double> logs) {}

    /** A test batch has ended; {@code logs} holds {@code batch}, {@code size}, and loss and metrics so far. */
    default void onTestBatchEnd(int batch, Map<String, Double> logs) {}

    /** Prediction begins. */
    default void onPredictBegin(Map<String, Double> logs) {}

    /** Prediction has ended. */
    default void onPredictEnd(Map<String, Double> logs) {}

    /** A batch of prediction begins; {@code logs} holds {@code batch} and {@code size}. */
    default void onPredictBatchBegin(int batch, Map<String, Double> logs) {}

    /** A batch of prediction has ended; {@code outputs} are its results, one for each output of the model. */
    default void onPredictBatchEnd(int batch, Map<String, Double> logs, List<INDArray> outputs) {}

    /**
     * Whether the batch methods do anything. {@code false} spares the training from reading loss and metrics after
     * each batch; the batch methods are then not called.
     */
    default boolean followsBatches() {
        return true;
    }
}
