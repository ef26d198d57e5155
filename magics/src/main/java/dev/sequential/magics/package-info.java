/** The {@code %} commands over library and display; no kernel in sight. */
package dev.sequential.magics;
