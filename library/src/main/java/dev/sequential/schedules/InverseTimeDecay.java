package dev.sequential.schedules;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.function.Consumer;

/**
 * The rate falls like one over the time: {@code initial / (1 + decayRate step / decaySteps)}.
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps after how many steps, 1 or more
 * @param decayRate 0 or more
 * @param staircase whether the rate falls only after each full {@code decaySteps}; default false
 */
@Config
public record InverseTimeDecay(double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
        implements Schedule {
    public InverseTimeDecay {
        Check.notNegative(initialLearningRate, "initialLearningRate");
        Check.atLeast(1, decaySteps, "decaySteps");
        Check.notNegative(decayRate, "decayRate");
    }

    public static InverseTimeDecay of(double initialLearningRate, int decaySteps, double decayRate) {
        return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
    }

    /** With options. */
    public static InverseTimeDecay of(
            double initialLearningRate, int decaySteps, double decayRate, Consumer<InverseTimeDecayBuilder> options) {
        InverseTimeDecayBuilder builder =
                InverseTimeDecayBuilder.builder(of(initialLearningRate, decaySteps, decayRate));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double rate(long step) {
        double periods = (double) step / decaySteps;
        return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(periods) : periods));
    }
}
