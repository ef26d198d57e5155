package dev.sequential.callbacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.engine.Check;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Posts the logs of every epoch to a server: {@code {"epoch": 3, "loss": 0.41, …}}. Where that fails training goes on and
 * says so once.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f.epochs(20).callbacks(RemoteMonitor.of(URI.create("http://localhost:9000"))));
 * }</pre>
 *
 * Source: Keras's {@code RemoteMonitor}.
 */
public final class RemoteMonitor extends BuiltIn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI target;
    private final RemoteMonitorOptions options;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private boolean warned;

    private RemoteMonitor(URI root, RemoteMonitorOptions options) {
        Check.notNull(root, "root");
        this.target = URI.create(root + options.path());
        this.options = options;
    }

    /** Posts forms to {@code root/publish/epoch/end/}. */
    public static RemoteMonitor of(URI root) {
        return of(root, r -> {});
    }

    /** Posts as {@link RemoteMonitorOptions} say. */
    public static RemoteMonitor of(URI root, Consumer<RemoteMonitorOptionsBuilder> options) {
        RemoteMonitorOptionsBuilder builder = RemoteMonitorOptionsBuilder.builder(
                new RemoteMonitorOptions("/publish/epoch/end/", "data", Map.of(), false));
        options.accept(builder);
        return new RemoteMonitor(root, builder.build());
    }

    @Override
    public void onEpochEnd(int epoch, Map<String, Double> logs) {
        ObjectNode json = JSON.createObjectNode().put("epoch", epoch);
        logs.forEach(json::put);
        try {
            int status = client.send(request(json.toString()), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 400) warn("answered " + status);
        } catch (IOException e) {
            warn("could not be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
        options.headers().forEach(request::header);
        String body =
                options.sendAsJson() ? json : options.field() + "=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
        String type = options.sendAsJson() ? "application/json" : "application/x-www-form-urlencoded";
        return request.header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void warn(String what) {
        if (!warned) say("RemoteMonitor: " + target + " " + what + ". Training goes on.");
        warned = true;
    }

    @Override
    public boolean followsBatches() {
        return false;
    }

    @Override
    public String toString() {
        return "RemoteMonitor to " + target;
    }
}
