/**
 * First values of weights: Keras's initializers, one record a file.
 *
 * <pre>{@code
 * Dense.of(64, d -> d.kernelInitializer(HE_NORMAL).biasInitializer(new Constant(0.1)))
 * }</pre>
 */
package dev.sequential.initializers;
