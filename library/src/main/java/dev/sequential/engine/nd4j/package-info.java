/** Every operation plainly on ND4J: the reference, the portable fallback, and float64. */
package dev.sequential.engine.nd4j;
