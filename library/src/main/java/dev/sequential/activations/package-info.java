/**
 * Functions of a layer's result: Keras's activations as constants, by name and with options.
 *
 * <pre>{@code
 * import static dev.sequential.activations.Activations.*;
 *
 * Dense.of(64, d -> d.activation(GELU));
 * Dense.of(64, d -> d.activation(leakyRelu(0.1)));
 * Dense.of(64, d -> d.activation(x -> x.times(x.sigmoid())));
 * }</pre>
 */
package dev.sequential.activations;
