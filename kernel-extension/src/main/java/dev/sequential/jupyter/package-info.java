/**
 * Registers renderers, progress and imports in JJava. Nothing here is called by users: a cell that ends with a value shows it.
 *
 * <pre>{@code
 * Datasets.digits().x()     // a table of the array's corners, its type and shape
 * }</pre>
 */
package dev.sequential.jupyter;
