package dev.sequential.training;

import dev.sequential.Model;
import dev.sequential.callbacks.Callback;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A callback that notes every call. */
public record Telling(List<String> told) implements Callback {
    @Override
    public void setModel(Model model) {
        told.add("model");
    }

    @Override
    public void setParams(Map<String, ?> params) {
        told.add("params " + params);
    }

    @Override
    public void setOutput(Consumer<String> output) {
        told.add("output");
    }

    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        told.add("train_begin " + logs);
    }

    @Override
    public void onTrainEnd(Map<String, Double> logs) {
        told.add("train_end " + logs);
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        told.add("epoch_begin " + epoch + " " + logs);
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        told.add("epoch_end " + epoch + " " + logs);
    }

    @Override
    public void onBatchBegin(int batch, Map<String, Double> logs) {
        told.add("train_batch_begin " + batch + " " + logs);
    }

    @Override
    public void onBatchEnd(int batch, Map<String, Double> logs) {
        told.add("train_batch_end " + batch + " " + logs);
    }

    @Override
    public void onTestBegin(Map<String, Double> logs) {
        told.add("test_begin " + logs);
    }

    @Override
    public void onTestEnd(Map<String, Double> logs) {
        told.add("test_end " + logs);
    }

    @Override
    public void onTestBatchBegin(int batch, Map<String, Double> logs) {
        told.add("test_batch_begin " + batch + " " + logs);
    }

    @Override
    public void onTestBatchEnd(int batch, Map<String, Double> logs) {
        told.add("test_batch_end " + batch + " " + logs);
    }

    @Override
    public void onPredictBegin(Map<String, Double> logs) {
        told.add("predict_begin " + logs);
    }

    @Override
    public void onPredictEnd(Map<String, Double> logs) {
        told.add("predict_end " + logs);
    }

    @Override
    public void onPredictBatchBegin(int batch, Map<String, Double> logs) {
        told.add("predict_batch_begin " + batch + " " + logs);
    }

    @Override
    public void onPredictBatchEnd(int batch, Map<String, Double> logs, List<INDArray> outputs) {
        told.add("predict_batch_end " + batch + " " + logs + " "
                + Arrays.toString(outputs.get(0).shape()));
    }
}
