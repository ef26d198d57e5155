/**
 * Where batches come from: arrays put in order, shuffled and gathered into a step's buffers; internal but for
 * {@link dev.sequential.data.Shuffle}.
 */
package dev.sequential.data;
