/**
 * Numbers that tell how well a model does: Keras's metrics, one record a file.
 *
 * <pre>{@code
 * model.compile(c -> c.loss("binary_crossentropy").metrics(AUC.of(), Precision.of(p -> p.thresholds(List.of(0.9)))));
 * }</pre>
 */
package dev.sequential.metrics;
