/**
 * First values of weights: Keras's initializers, one record a file.
 *
 * <pre>{@code
 * Dense.of(64, d -> d.kernelInitializer(HeNormal.of()).biasInitializer(Constant.of(0.1)))
 * }</pre>
 */
package dev.sequential.initializers;
