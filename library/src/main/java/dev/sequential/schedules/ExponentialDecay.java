package dev.sequential.schedules;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.function.Consumer;

/**
 * The rate is multiplied by {@code decayRate} every {@code decaySteps} steps:
 * {@code initial decayRate^(step / decaySteps)}.
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps after how many steps, 1 or more
 * @param decayRate factor, 0 or more
 * @param staircase whether the rate falls only after each full {@code decaySteps}; default false
 */
@Config
public record ExponentialDecay(double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
        implements Schedule {
    public ExponentialDecay {
        Check.notNegative(initialLearningRate, "initialLearningRate");
        Check.atLeast(1, decaySteps, "decaySteps");
        Check.notNegative(decayRate, "decayRate");
    }

    public static ExponentialDecay of(double initialLearningRate, int decaySteps, double decayRate) {
        return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
    }

    /** With options. */
    public static ExponentialDecay of(
            double initialLearningRate, int decaySteps, double decayRate, Consumer<ExponentialDecayBuilder> options) {
        ExponentialDecayBuilder builder =
                ExponentialDecayBuilder.builder(of(initialLearningRate, decaySteps, decayRate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double rate(long step) {
        double periods = (double) step / decaySteps;
        return initialLearningRate * Math.pow(decayRate, staircase ? Math.floor(periods) : periods);
    }
}
