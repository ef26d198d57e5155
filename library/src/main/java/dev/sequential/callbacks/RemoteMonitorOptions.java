package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import java.util.Map;

/**
 * Where and how {@link RemoteMonitor} posts.
 *
 * @param path after the root; default {@code /publish/epoch/end/}
 * @param field name of the form field that holds the JSON; default {@code data}
 * @param headers further HTTP headers; default none
 * @param sendAsJson whether the JSON itself is the body instead of a form; default false
 */
@Config
public record RemoteMonitorOptions(String path, String field, Map<String, String> headers, boolean sendAsJson) {
    public RemoteMonitorOptions {
        Check.notNull(path, "path");
        Check.notNull(field, "field");
        headers = Map.copyOf(Check.notNull(headers, "headers"));
    }
}
