package dev.sequential.callbacks;

import dev.sequential.Model;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Several callbacks as one, told in order. */
public final class CallbackList implements Callback {
    private final List<Callback> all;
    private final List<Callback> following;

    /** Tells {@code all}, and of batches those that follow them. */
    public CallbackList(List<Callback> all) {
        this.all = List.copyOf(all);
        this.following = all.stream().filter(Callback::followsBatches).toList();
    }

    @Override
    public boolean followsBatches() {
        return !following.isEmpty();
    }

    @Override
    public void setModel(Model model) {
        all.forEach(c -> c.setModel(model));
    }

    @Override
    public void setParams(Map<String, ?> params) {
        all.forEach(c -> c.setParams(params));
    }

    @Override
    public void setOutput(Consumer<String> output) {
        all.forEach(c -> c.setOutput(output));
    }

    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        all.forEach(c -> c.onTrainBegin(logs));
    }

    @Override
    public int initialEpoch(int given) {
        int epoch = given;
        for (Callback callback : all) epoch = callback.initialEpoch(epoch);
        return epoch;
    }

    @Override
    public void onTrainEnd(Map<String, Double> logs) {
        all.forEach(c -> c.onTrainEnd(logs));
    }

    @Override
    public void onTrainAbort(Throwable cause) {
        all.forEach(c -> c.onTrainAbort(cause));
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        all.forEach(c -> c.onEpochBegin(epoch, logs));
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        all.forEach(c -> c.onEpochEnd(epoch, logs));
    }

    @Override
    public void onTrainBatchBegin(int batch, Map<String, Double> logs) {
        following.forEach(c -> c.onTrainBatchBegin(batch, logs));
    }

    @Override
    public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        following.forEach(c -> c.onTrainBatchEnd(batch, logs));
    }

    @Override
    public void onTestBegin(Map<String, Double> logs) {
        all.forEach(c -> c.onTestBegin(logs));
    }

    @Override
    public void onTestEnd(Map<String, Double> logs) {
        all.forEach(c -> c.onTestEnd(logs));
    }

    @Override
    public void onTestBatchBegin(int batch, Map<String, Double> logs) {
        following.forEach(c -> c.onTestBatchBegin(batch, logs));
    }

    @Override
    public void onTestBatchEnd(int batch, Map<String, Double> logs) {
        following.forEach(c -> c.onTestBatchEnd(batch, logs));
    }

    @Override
    public void onPredictBegin(Map<String, Double> logs) {
        all.forEach(c -> c.onPredictBegin(logs));
    }

    @Override
    public void onPredictEnd(Map<String, Double> logs) {
        all.forEach(c -> c.onPredictEnd(logs));
    }

    @Override
    public void onPredictBatchBegin(int batch, Map<String, Double> logs) {
        following.forEach(c -> c.onPredictBatchBegin(batch, logs));
    }

    @Override
    public void onPredictBatchEnd(int batch, Map<String, Double> logs, List<INDArray> outputs) {
        following.forEach(c -> c.onPredictBatchEnd(batch, logs, outputs));
    }
}
