package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import java.util.Map;

/**
 * Sets the learning rate at the beginning of each epoch; adds {@code learning_rate} to the logs of epochs.
 *
 * <pre>{@code
 * LearningRateScheduler.of((epoch, rate) -> epoch < 10 ? rate : rate * 0.9)
 * }</pre>
 *
 * Source: Keras's {@code LearningRateScheduler}.
 */
public final class LearningRateScheduler extends BuiltIn {
    private final Rate rate;
    private final int verbose;

    private LearningRateScheduler(Rate rate, int verbose) {
        this.rate = Check.notNull(rate, "rate");
        this.verbose = verbose;
    }

    /** The learning rate of an epoch. */
    @FunctionalInterface
    public interface Rate {
        /** {@code epoch} counts from 0; {@code current} is the rate before. */
        double of(int epoch, double current);
    }

    /** Sets what {@code rate} says. */
    public static LearningRateScheduler of(Rate rate) {
        return new LearningRateScheduler(rate, 0);
    }

    /** Sets what {@code rate} says; {@code verbose} 1 tells it. */
    public static LearningRateScheduler of(Rate rate, int verbose) {
        return new LearningRateScheduler(rate, verbose);
    }

    @Override
    public void onEpochBegin(int epoch, Map<String, Double> logs) {
        double next = rate.of(epoch, model().learningRate());
        model().setLearningRate(next);
        if (verbose > 0) {
            say("Epoch " + (epoch + 1) + ": LearningRateScheduler setting learning rate to " + next + ".");
        }
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        logs.put("learning_rate", model().learningRate());
    }

    @Override
    public boolean followsBatches() {
        return false;
    }
}
