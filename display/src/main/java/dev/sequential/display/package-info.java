/** Plots, tables and HTML, text and PNG renderings of models and their results; no kernel in sight. */
package dev.sequential.display;
