package dev.sequential.schedules;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.function.Consumer;

/**
 * The rate goes from the first to the last along a power: {@code (initial - end)(1 - step / decaySteps)^power + end}, then stays.
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps after how many steps, 1 or more
 * @param endLearningRate the last rate, 0 or more; default 1e-4
 * @param power 1 is a straight line; default 1
 * @param cycle whether the rate jumps up again after {@code decaySteps}, falling ever more slowly; default false
 */
@Config
public record PolynomialDecay(
        double initialLearningRate, int decaySteps, double endLearningRate, double power, boolean cycle)
        implements Schedule {
    public PolynomialDecay {
        Check.notNegative(initialLearningRate, "initialLearningRate");
        Check.atLeast(1, decaySteps, "decaySteps");
        Check.notNegative(endLearningRate, "endLearningRate");
    }

    public static PolynomialDecay of(double initialLearningRate, int decaySteps) {
        return new PolynomialDecay(initialLearningRate, decaySteps, 1e-4, 1, false);
    }

    /** With options. */
    public static PolynomialDecay of(
            double initialLearningRate, int decaySteps, Consumer<PolynomialDecayBuilder> options) {
        PolynomialDecayBuilder builder = PolynomialDecayBuilder.builder(of(initialLearningRate, decaySteps));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double rate(long step) {
        double length = decaySteps;
        if (cycle) length *= Math.max(1, Math.ceil((double) step / decaySteps));
        double done = Math.min(step, length) / length;
        return (initialLearningRate - endLearningRate) * Math.pow(1 - done, power) + endLearningRate;
    }
}
