package dev.sequential.losses;

/** How a batch's loss values become one number; {@code w} are sample weights, 1 where none are given. */
public enum Reduction {
    /** {@code Σ(w·l) / count(l)}: Keras's default. */
    SUM_OVER_BATCH_SIZE,
    /** {@code Σ(w·l)}. */
    SUM,
    /** {@code Σ(w·l) / Σw}, 0 if all weights are 0. */
    MEAN_WITH_SAMPLE_WEIGHT,
    /** Left as they are; training refuses it. */
    NONE
}
