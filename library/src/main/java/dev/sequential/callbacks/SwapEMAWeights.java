package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.optimizers.OptimizerState;
import java.util.Map;

/**
 * Measures and predicts with the moving averages of the weights, which an optimizer with {@code useEma} keeps, and trains
 * on with the weights themselves.
 *
 * <pre>{@code
 * model.compile(c -> c.optimizer(Adam.of(a -> a.useEma(true))).loss("mse"));
 * model.fit(x, y, f -> f.validationSplit(0.1).callbacks(SwapEMAWeights.of()));
 * }</pre>
 *
 * Source: Keras's {@code SwapEMAWeights}.
 */
public final class SwapEMAWeights extends BuiltIn {
    private final boolean swapOnEpoch;
    private int lastEpoch;
    private boolean averagesInModel;

    private SwapEMAWeights(boolean swapOnEpoch) {
        this.swapOnEpoch = swapOnEpoch;
    }

    /** Swaps while the model is tested or predicts. */
    public static SwapEMAWeights of() {
        return new SwapEMAWeights(false);
    }

    /** {@code swapOnEpoch}: the model also has the averages between the epochs, so that a checkpoint saves them. */
    public static SwapEMAWeights of(boolean swapOnEpoch) {
        return new SwapEMAWeights(swapOnEpoch);
    }

    @Override
    public void setParams(Map<String, ?> params) {
        lastEpoch = params.get("epochs") instanceof Integer epochs ? epochs - 1 : -1;
    }

    /** @throws IllegalStateException if the optimizer keeps no averages */
    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        Check.state(
                model().compilation().orElseThrow().optimizer().useEma(),
                "SwapEMAWeights needs an optimizer with useEma(true), but the model is compiled with %s",
                model().compilation().orElseThrow().optimizer());
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        if (swapOnEpoch) toModel(false);
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        if (!swapOnEpoch) return;
        toModel(true);
        if (epoch == lastEpoch) state().keepAverages();
    }

    @Override
    public void onTestBegin(Map<String, Double> logs) {
        toModel(true);
    }

    @Override
    public void onTestEnd(Map<String, Double> logs) {
        toModel(false);
    }

    @Override
    public void onPredictBegin(Map<String, Double> logs) {
        toModel(true);
    }

    @Override
    public void onPredictEnd(Map<String, Double> logs) {
        toModel(false);
    }

    private void toModel(boolean averages) {
        if (averages == averagesInModel || model().optimizerState().isEmpty()) return;
        state().swapAverages();
        averagesInModel = averages;
    }

    private OptimizerState state() {
        return model().optimizerState().orElseThrow();
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "SwapEMAWeights(swapOnEpoch=" + swapOnEpoch + ")";
    }
}
