package dev.sequential.callbacks;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ends training when a number no longer gets better.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(100).validationSplit(0.1)
 *     .callbacks(EarlyStopping.of(e -> e.patience(3).restoreBestWeights(true))));
 * }</pre>
 *
 * Source: Keras's {@code EarlyStopping}; with {@code restoreBestWeights} the best weights are put back however training
 * ends.
 */
public final class EarlyStopping extends BuiltIn {
    private final EarlyStoppingOptions options;
    private final Monitor monitor;
    private OptionalDouble best = OptionalDouble.empty();
    private List<INDArray> bestWeights;
    private int bestEpoch;
    private int wait;

    private EarlyStopping(EarlyStoppingOptions options) {
        this.options = options;
        this.monitor = new Monitor("EarlyStopping", options.monitor(), options.mode(), options.minDelta());
    }

    /** Stops after the first epoch whose {@code val_loss} is not lower. */
    public static EarlyStopping of() {
        return of(e -> {});
    }

    /** Stops as {@link EarlyStoppingOptions} say. */
    public static EarlyStopping of(Consumer<EarlyStoppingOptionsBuilder> options) {
        EarlyStoppingOptionsBuilder builder = EarlyStoppingOptionsBuilder.builder(
                new EarlyStoppingOptions("val_loss", 0, 0, 0, Mode.AUTO, OptionalDouble.empty(), false, 0));
        options.accept(builder);
        return new EarlyStopping(builder.build());
    }

    /** The best number of the last training, if there was one. */
    public OptionalDouble best() {
        return best;
    }

    /** The epoch of the best number, the first being 0. */
    public int bestEpoch() {
        return bestEpoch;
    }

    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        best = OptionalDouble.empty();
        bestWeights = null;
        bestEpoch = 0;
        wait = 0;
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        OptionalDouble value = monitor.value(logs, this::say);
        if (value.isEmpty() || epoch < options.startFromEpoch()) return;
        wait++;
        boolean better = monitor.isBetter(value.getAsDouble(), best);
        if (options.restoreBestWeights() && (better || bestWeights == null)) bestWeights = model().getWeights();
        if (better) {
            best = value;
            bestEpoch = epoch;
            if (monitor.isBetter(value.getAsDouble(), options.baseline())) wait = 0;
        } else if (wait >= options.patience() && epoch > 0) {
            String text = "Epoch " + (epoch + 1) + ": early stopping";
            model().stopTraining(text);
            if (options.verbose() > 0) say(text);
        }
    }

    @Override
    public void onTrainEnd(Map<String, Double> logs) {
        restore();
    }

    @Override
    public void onTrainAbort(Throwable cause) {
        restore();
    }

    private void restore() {
        if (bestWeights == null) return;
        model().setWeights(bestWeights);
        if (options.verbose() > 0) {
            say("Restoring model weights from the end of the best epoch: " + (bestEpoch + 1) + ".");
        }
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "EarlyStopping of " + options;
    }
}
