package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;

/**
 * How {@link CSVLogger} writes.
 *
 * @param separator between the values of a row; default a comma
 * @param append whether to go on in a file that exists; default false, which writes it anew
 */
@Config
public record CSVLoggerOptions(String separator, boolean append) {
    public CSVLoggerOptions {
        Check.that(separator != null && !separator.isEmpty(), "separator must not be empty");
    }
}
