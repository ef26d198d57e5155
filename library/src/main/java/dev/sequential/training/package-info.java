/** The loops over batches and what they tell and show; internal. */
package dev.sequential.training;
