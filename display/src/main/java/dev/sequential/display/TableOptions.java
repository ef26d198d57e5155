package dev.sequential.display;

import dev.sequential.engine.Config;

/**
 * How a {@link TableEncoder} makes numbers of a table.
 *
 * @param standardize whether columns of numbers get mean 0 and variance 1, as found in the training data; default false
 * @param fillMissing whether missing values become the training data's mean, or for text all zeros; default false: they are refused
 * @param oneHotTarget whether classes become one-hot rows, as {@code categorical_crossentropy} takes them; default false: numbers
 */
@Config
public record TableOptions(boolean standardize, boolean fillMissing, boolean oneHotTarget) {}
