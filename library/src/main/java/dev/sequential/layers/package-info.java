/**
 * Keras's layers, one record a file: options, validation and one method that says what is computed.
 *
 * <pre>{@code
 * var model = Sequential.of(
 *     Input.of(28, 28),
 *     Flatten.of(),
 *     Dense.of(512, "relu"),
 *     Dropout.of(0.2),
 *     Dense.of(10, d -> d.activation(SOFTMAX).kernelInitializer(HeNormal.of())));
 * }</pre>
 */
package dev.sequential.layers;
