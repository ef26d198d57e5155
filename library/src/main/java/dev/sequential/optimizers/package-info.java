/**
 * What turns gradients into new weights: Keras's optimizers, one record a file.
 *
 * <pre>{@code
 * model.compile(c -> c.optimizer(Adam.of(1e-3, a -> a.clipnorm(1))).loss("mse"));
 * }</pre>
 */
package dev.sequential.optimizers;
