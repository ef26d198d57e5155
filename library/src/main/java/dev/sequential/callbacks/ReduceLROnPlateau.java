package dev.sequential.callbacks;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Lowers the learning rate when a number no longer gets better; adds {@code learning_rate} to the logs of epochs.
 *
 * <pre>{@code
 * ReduceLROnPlateau.of(r -> r.factor(0.5).patience(2))
 * }</pre>
 *
 * Source: Keras's {@code ReduceLROnPlateau}.
 */
public final class ReduceLROnPlateau extends BuiltIn {
    private final ReduceLROnPlateauOptions options;
    private final Monitor monitor;
    private OptionalDouble best = OptionalDouble.empty();
    private int wait;
    private int cooling;

    private ReduceLROnPlateau(ReduceLROnPlateauOptions options) {
        this.options = options;
        this.monitor = new Monitor("ReduceLROnPlateau", options.monitor(), options.mode(), options.minDelta());
    }

    /** Divides the rate by ten after ten epochs whose {@code val_loss} was not lower. */
    public static ReduceLROnPlateau of() {
        return of(r -> {});
    }

    /** Lowers the rate as {@link ReduceLROnPlateauOptions} say. */
    public static ReduceLROnPlateau of(Consumer<ReduceLROnPlateauOptionsBuilder> options) {
        ReduceLROnPlateauOptionsBuilder builder = ReduceLROnPlateauOptionsBuilder.builder(
                new ReduceLROnPlateauOptions("val_loss", 0.1, 10, 0, Mode.AUTO, 1e-4, 0, 0));
        options.accept(builder);
        return new ReduceLROnPlateau(builder.build());
    }

    @Override
    public void onTrainBegin(Map<String, Double> logs) {
        best = OptionalDouble.empty();
        wait = 0;
        cooling = 0;
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        logs.put("learning_rate", model().learningRate());
        OptionalDouble value = monitor.value(logs, this::say);
        if (value.isEmpty()) return;
        if (cooling > 0) {
            cooling--;
            wait = 0;
        }
        if (monitor.isBetter(value.getAsDouble(), best)) {
            best = value;
            wait = 0;
        } else if (cooling == 0 && ++wait >= options.patience()) {
            reduce(epoch);
        }
    }

    private void reduce(int epoch) {
        double old = model().learningRate();
        if (old <= options.minLr()) return;
        double rate = Math.max(old * options.factor(), options.minLr());
        model().setLearningRate(rate);
        if (options.verbose() > 0) {
            say("Epoch " + (epoch + 1) + ": ReduceLROnPlateau reducing learning rate to " + rate + ".");
        }
        cooling = options.cooldown();
        wait = 0;
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "ReduceLROnPlateau of " + options;
    }
}
