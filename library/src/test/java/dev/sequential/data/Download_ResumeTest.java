package dev.sequential.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sequential.training.Progress;
import dev.sequential.training.ProgressSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Download_ResumeTest {
    private final byte[] content = new byte[300_000];
    private final List<String> ranges = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean knowsRanges = true;
    private int status = 200;
    private int most = content.length;
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/data.bin", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(String.valueOf(range));
            int from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            byte[] body = Arrays.copyOfRange(content, from, content.length);
            exchange.sendResponseHeaders(from > 0 ? 206 : status, body.length);
            exchange.getResponseBody().write(body, 0, Math.min(most, body.length));
            exchange.close();
        });
        server.start();
        Progress.install(() -> new ProgressSink() {
            @Override
            public void live(String text) {}

            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void close() {}
        });
    }

    @AfterEach
    void stop() {
        Progress.uninstall();
        server.stop(0);
    }

    private RemoteFile remote(String sha256) {
        URI source = URI.create("http://localhost:" + server.getAddress().getPort() + "/data.bin");
        return new RemoteFile(source, content.length, sha256);
    }

    private RemoteFile remote() throws Exception {
        return remote(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    @Test
    void bringsAFileOnceAndShowsIt() throws Exception {
        Path file = remote().in(folder.resolve("new"));
        assertThat(file).hasBinaryContent(content);
        assertThat(lines).containsExactly("data.bin ━━━━━━━━━━━━━━━━━━━━ 0.3/0.3 MB");
        remote().in(folder.resolve("new"));
        assertThat(ranges).containsExactly("null");
        assertThat(folder.resolve("new/data.bin.part")).doesNotExist();
    }

    @Test
    void goesOnWhereAnEarlierTryStopped() throws Exception {
        most = 100_000;
        assertThatThrownBy(() -> remote().in(folder)).isInstanceOf(UncheckedIOException.class);
        long here = Files.size(folder.resolve("data.bin.part"));
        assertThat(here).isBetween(1L, 100_000L);
        most = content.length;
        assertThat(remote().in(folder)).hasBinaryContent(content);
        assertThat(ranges).containsExactly("null", "bytes=" + here + "-");
    }

    @Test
    void beginsAgainWhereTheServerDoesNotKnowRanges() throws Exception {
        knowsRanges = false;
        Files.write(folder.resolve("data.bin.part"), new byte[1000]);
        assertThat(remote().in(folder)).hasBinaryContent(content);
    }

    @Test
    void takesAWholeFileOfAnEarlierTryWithoutAsking() throws Exception {
        Files.write(folder.resolve("data.bin.part"), content);
        assertThat(remote().in(folder)).hasBinaryContent(content);
        assertThat(ranges).isEmpty();
    }

    @Test
    void keepsNothingWhoseChecksumIsWrong() {
        RemoteFile wrong = remote("00ff");
        assertThatThrownBy(() -> wrong.in(folder))
                .hasMessage("Cannot download data.bin: what came is not the file whose SHA-256 is 00ff\n"
                        + "Get it from " + wrong.source() + " and put it into " + folder + ",\n"
                        + "or name the folder that has it: the environment variable SEQUENTIAL_DATASETS, the system"
                        + " property sequential.datasets or the path given to the method");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatTheServerAnsweredOrThatThereIsNone() throws Exception {
        status = 404;
        assertThatThrownBy(() -> remote().in(folder))
                .hasMessageContaining("Cannot download data.bin: the server answered 404");
        server.stop(0);
        assertThatThrownBy(() -> remote().in(folder))
                .hasMessageContaining("Cannot download data.bin: no connection to localhost")
                .hasMessageContaining("Get it from http://localhost:");
    }
}
