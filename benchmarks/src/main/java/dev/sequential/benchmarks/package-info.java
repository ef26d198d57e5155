/** Side-by-side runs against Keras and DL4J; not released. */
package dev.sequential.benchmarks;
