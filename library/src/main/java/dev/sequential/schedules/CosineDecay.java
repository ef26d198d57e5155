package dev.sequential.schedules;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The rate falls along half a cosine wave: {@code initial ((1 - alpha)(1 + cos(π step / decaySteps)) / 2 + alpha)}, then stays. With
 * a warm-up it first rises in a straight line to {@code warmupTarget}, which then falls (Loshchilov and Hutter, 2016).
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps after how many steps, 1 or more
 * @param alpha what part of the rate is left at the end; default 0
 * @param warmupTarget rate after the warm-up; none by default
 * @param warmupSteps length of the warm-up, 0 or more; default 0
 */
@Config
public record CosineDecay(
        double initialLearningRate, int decaySteps, double alpha, OptionalDouble warmupTarget, int warmupSteps)
        implements Schedule {
    public CosineDecay {
        Check.notNegative(initialLearningRate, "initialLearningRate");
        Check.atLeast(1, decaySteps, "decaySteps");
        Check.notNull(warmupTarget, "warmupTarget");
        Check.atLeast(0, warmupSteps, "warmupSteps");
    }

    public static CosineDecay of(double initialLearningRate, int decaySteps) {
        return new CosineDecay(initialLearningRate, decaySteps, 0, OptionalDouble.empty(), 0);
    }

    /** With options. */
    public static CosineDecay of(double initialLearningRate, int decaySteps, Consumer<CosineDecayBuilder> options) {
        CosineDecayBuilder builder = CosineDecayBuilder.builder(of(initialLearningRate, decaySteps));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double rate(long step) {
        if (warmupTarget.isEmpty()) return fallen(step, initialLearningRate);
        double target = warmupTarget.getAsDouble();
        if (step < warmupSteps) {
            return initialLearningRate + (target - initialLearningRate) * step / warmupSteps;
        }
        return fallen(step - warmupSteps, target);
    }

    private double fallen(long step, double from) {
        double done = Math.min(step, decaySteps) / (double) decaySteps;
        double wave = (1 + Math.cos(Math.PI * done)) / 2;
        return from * ((1 - alpha) * wave + alpha);
    }
}
