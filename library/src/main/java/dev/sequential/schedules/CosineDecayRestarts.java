package dev.sequential.schedules;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.function.Consumer;

/**
 * The rate falls along half a cosine wave again and again, each time over more steps and from a lower rate
 * (Loshchilov and Hutter, 2016).
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param firstDecaySteps length of the first wave, 1 or more
 * @param tMul factor of the length from wave to wave, 1 or more; default 2
 * @param mMul factor of the height from wave to wave, 0 or more; default 1
 * @param alpha what part of the rate is left at the end of a wave; default 0
 */
@Config
public record CosineDecayRestarts(
        double initialLearningRate, int firstDecaySteps, double tMul, double mMul, double alpha) implements Schedule {
    public CosineDecayRestarts {
        Check.notNegative(initialLearningRate, "initialLearningRate");
        Check.atLeast(1, firstDecaySteps, "firstDecaySteps");
        Check.that(tMul >= 1, "tMul must be 1 or more, but received %s", tMul);
        Check.notNegative(mMul, "mMul");
    }

    public static CosineDecayRestarts of(double initialLearningRate, int firstDecaySteps) {
        return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
    }

    /** With options. */
    public static CosineDecayRestarts of(
            double initialLearningRate, int firstDecaySteps, Consumer<CosineDecayRestartsBuilder> options) {
        CosineDecayRestartsBuilder builder =
                CosineDecayRestartsBuilder.builder(of(initialLearningRate, firstDecaySteps));
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double rate(long step) {
        double done = (double) step / firstDecaySteps;
        double length = 1;
        double height = 1;
        while (done >= length) {
            done -= length;
            length *= tMul;
            height *= mMul;
        }
        double wave = (1 + Math.cos(Math.PI * done / length)) / 2;
        return initialLearningRate * ((1 - alpha) * height * wave + alpha);
    }
}
