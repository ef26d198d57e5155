/**
 * What training makes small: Keras's losses, one record a file. Most are metrics too.
 *
 * <pre>{@code
 * model.compile(c -> c.loss(BinaryCrossentropy.of(b -> b.fromLogits(true).labelSmoothing(0.1))));
 * model.compile(c -> c.loss((yTrue, yPred) -> yTrue.minus(yPred).abs().max(-1)));
 * }</pre>
 */
package dev.sequential.losses;
