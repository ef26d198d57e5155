package dev.sequential.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteMonitor_PostTest {
    private final List<String> received = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private URI root;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestURI() + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/refuse") ? 500 : 204, -1);
            exchange.close();
        });
        server.start();
        root = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void postsAForm() {
        RemoteMonitor.of(root).onEpochEnd(2, Map.of("loss", 0.5));
        assertThat(received).containsExactly("/publish/epoch/end/ data={\"epoch\":2,\"loss\":0.5}");
    }

    @Test
    void postsJson() {
        RemoteMonitor.of(root, r -> r.sendAsJson(true).path("/here")).onEpochEnd(0, Map.of("loss", 1.0));
        assertThat(received).containsExactly("/here {\"epoch\":0,\"loss\":1.0}");
    }

    @Test
    void saysOnceThatItFails() {
        RemoteMonitor monitor = RemoteMonitor.of(root, r -> r.path("/refuse"));
        monitor.setOutput(said::add);
        monitor.onEpochEnd(0, Map.of());
        monitor.onEpochEnd(1, Map.of());
        assertThat(said).containsExactly("RemoteMonitor: " + root + "/refuse answered 500. Training goes on.");
    }

    @Test
    void saysThatNobodyIsThere() {
        server.stop(0);
        RemoteMonitor monitor = RemoteMonitor.of(root);
        monitor.setOutput(said::add);
        monitor.onEpochEnd(0, Map.of());
        assertThat(said)
                .containsExactly("RemoteMonitor: " + root
                        + "/publish/epoch/end/ could not be reached (ConnectException). Training goes on.");
    }
}
