/**
 * Learning rates that change from step to step: Keras's schedules, one record a file.
 *
 * <pre>{@code
 * Adam.of(a -> a.schedule(CosineDecay.of(1e-3, 10_000)))
 * }</pre>
 */
package dev.sequential.schedules;
