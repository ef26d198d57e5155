/**
 * Penalties on weights and results: Keras's regularizers, one record a file.
 *
 * <pre>{@code
 * Dense.of(64, d -> d.kernelRegularizer(L2.of(1e-4)))
 * }</pre>
 */
package dev.sequential.regularizers;
