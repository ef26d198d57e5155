package dev.sequential.callbacks;

import dev.sequential.engine.Config;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A callback made of functions, for a line in a notebook:
 *
 * <pre>{@code
 * LambdaCallback.of(c -> c.epochEnd((epoch, logs) -> System.out.println(epoch + ": " + logs.get("loss"))))
 * }</pre>
 *
 * @param trainBegin training begins
 * @param trainEnd training has ended
 * @param epochBegin an epoch begins
 * @param epochEnd an epoch has ended
 * @param trainBatchBegin a training batch begins
 * @param trainBatchEnd a training batch has ended
 */
@Config
public record LambdaCallback(
        Consumer<Map<String, Double>> trainBegin,
        Consumer<Map<String, Double>> trainEnd,
        Hook epochBegin,
        Hook epochEnd,
        Hook trainBatchBegin,
        Hook trainBatchEnd)
        implements Callback {
    private static final Hook NOTHING = (index, logs) -> {};

    /** What is done at an epoch or a batch. */
    @FunctionalInterface
    public interface Hook {
        /** {@code index} counts epochs or batches from 0. */
        void at(int index, Map<String, Double> logs);
    }

    /** A callback that does what {@code hooks} sets and nothing else. */
    public static LambdaCallback of(Consumer<LambdaCallbackBuilder> hooks) {
        LambdaCallbackBuilder builder = LambdaCallbackBuilder.builder(
                new LambdaCallback(logs -> {}, logs -> {}, NOTHING, NOTHING, NOTHING, NOTHING));
        hooks.accept(builder);
        return builder.build();
    }

    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        trainBegin.accept(logs);
    }

    @Override
    public void onTrainEnd(Map<String, Double> logs) {
        trainEnd.accept(logs);
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        epochBegin.at(epoch, logs);
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        epochEnd.at(epoch, logs);
    }

    @Override
    public void onTrainBatchBegin(int batch, Map<String, Double> logs) {
        trainBatchBegin.at(batch, logs);
    }

    @Override
    public void onTrainBatchEnd(int batch, Map<String, Double> logs) {
        trainBatchEnd.at(batch, logs);
    }

    @Override
    public boolean followsBatches() {
        return trainBatchBegin != NOTHING || trainBatchEnd != NOTHING;
    }
}
