/** Registers renderers, magics, progress and imports in JJava and IJava. */
package dev.sequential.jupyter;
