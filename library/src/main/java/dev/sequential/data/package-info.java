/**
 * Real data sets to learn with, {@link dev.sequential.data.Datasets}, and where batches come from: arrays put in order,
 * shuffled and gathered into a step's buffers, or a {@link dev.sequential.data.Sequence} of your own.
 *
 * <pre>{@code
 * var iris = Datasets.iris().split(0.2, 42);
 * model.fit(iris.train().x(), iris.train().y(), f -> f.epochs(50));
 * }</pre>
 */
package dev.sequential.data;
