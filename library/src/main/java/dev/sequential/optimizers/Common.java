package dev.sequential.optimizers;

import dev.sequential.engine.Check;

/** Checks of the options that all optimizers have. */
final class Common {
    private Common() {}

    static void check(
            double learningRate,
            double weightDecay,
            double clipnorm,
            double clipvalue,
            double globalClipnorm,
            double emaMomentum,
            int emaOverwriteFrequency,
            double lossScaleFactor,
            int gradientAccumulationSteps) {
        Check.notNegative(learningRate, "learningRate");
        Check.notNegative(weightDecay, "weightDecay");
        Check.that(
                (clipnorm > 0 ? 1 : 0) + (clipvalue > 0 ? 1 : 0) + (globalClipnorm > 0 ? 1 : 0) <= 1,
                "Only one of clipnorm, clipvalue and globalClipnorm can be set, but received %s, %s and %s",
                clipnorm,
                clipvalue,
                globalClipnorm);
        Check.between(0, 1, emaMomentum, "emaMomentum");
        Check.atLeast(0, emaOverwriteFrequency, "emaOverwriteFrequency");
        Check.notNegative(lossScaleFactor, "lossScaleFactor");
        Check.atLeast(0, gradientAccumulationSteps, "gradientAccumulationSteps");
    }

    /** A decay rate such as beta1: from 0 to below 1. */
    static void rate(double value, String name) {
        Check.that(value >= 0 && value < 1, "%s must be from 0 to below 1, but received %s", name, value);
    }
}
