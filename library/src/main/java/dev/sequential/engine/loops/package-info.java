/**
 * Kernels in plain Java for float32 and int32: native memory is copied in chunks into arrays, simple loops that the
 * just-in-time compiler vectorises run over these, and the results are copied back. For tensors of a few thousand
 * elements nothing is faster; for large ones {@code engine.onednn} uses all cores.
 */
package dev.sequential.engine.loops;
