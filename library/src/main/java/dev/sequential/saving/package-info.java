/**
 * Reads and writes what Keras reads and writes.
 *
 * <pre>{@code
 * JsonNode json = KerasConfig.standard().write(Adam.of(0.01));
 * Optimizer adam = KerasConfig.standard().read(json, Optimizer.class);
 * }</pre>
 */
package dev.sequential.saving;
