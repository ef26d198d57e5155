package dev.sequential.engine;

/**
 * Numbers of mean 0 and variance 1, scaled and moved: {@code gamma * (x - mean)/√(variance + epsilon) + beta} with the
 * biased variance. Operands: {@code x}, gamma if it scales, beta if it centers, both as long as the last axis. Results: as
 * many numbers as there are in {@code x}; {@link Over#OTHERS} also gives the means and the variances, through which no
 * gradient flows.
 *
 * @param over what is normalised together
 * @param epsilon added to the variance
 * @param scale whether there is a gamma
 * @param center whether there is a beta
 */
public record Normalized(Over over, double epsilon, boolean scale, boolean center) implements Composite.Kind {
    /** What has mean 0 and variance 1. */
    public enum Over {
        /** Each place of the last axis over all other axes, as in batch normalisation. */
        OTHERS,
        /** Each vector along the last axis, as in layer normalisation. */
        LAST
    }
}
