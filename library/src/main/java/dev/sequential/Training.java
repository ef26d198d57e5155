package dev.sequential;

import dev.sequential.engine.Check;

/**
 * One call of {@code fit} as {@link Trainings} remembers it.
 *
 * @param model name of the model
 * @param params number of its weight elements
 * @param optimizer the optimizer with what differs from its defaults: {@code Adam[learningRate=0.01]}
 * @param seconds how long the call took, of which callbacks and validation are a part
 * @param history what it recorded; empty if not even one epoch was completed
 */
public record Training(String model, long params, String optimizer, double seconds, History history) {
    public Training {
        Check.notNull(model, "model");
        Check.notNull(optimizer, "optimizer");
        Check.notNull(history, "history");
        Check.notNegative(seconds, "seconds");
    }
}
