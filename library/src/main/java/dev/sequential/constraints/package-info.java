/**
 * What weights are moved back into after each update: Keras's constraints, one record a file.
 *
 * <pre>{@code
 * Dense.of(64, d -> d.kernelConstraint(MaxNorm.of(3)))
 * }</pre>
 */
package dev.sequential.constraints;
