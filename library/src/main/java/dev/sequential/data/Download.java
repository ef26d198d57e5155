package dev.sequential.data;

import dev.sequential.training.Progress;
import dev.sequential.training.ProgressSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * Brings a file here, beside its place until it is whole and its checksum right. What an earlier try has brought is kept
 * and only the rest asked for.
 */
final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = 100_000_000;
    private static final int PARTIAL_CONTENT = 206;
    private static final int BAR = 20;

    private final RemoteFile remote;
    private final Path file;
    private final Path part;
    private long shown;

    Download(RemoteFile remote, Path file) {
        this.remote = remote;
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
    }

    void run() throws IOException {
        if (!Files.exists(part) || Files.size(part) != remote.bytes()) fetch();
        if (!remote.matches(part)) {
            Files.delete(part);
            throw new IOException("what came is not the file whose SHA-256 is " + remote.sha256());
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void fetch() throws IOException {
        long here = Files.exists(part) && Files.size(part) < remote.bytes() ? Files.size(part) : 0;
        HttpResponse<InputStream> answer = ask(here);
        try (InputStream in = answer.body()) {
            if (answer.statusCode() >= 400) throw new IOException("the server answered " + answer.statusCode());
            boolean rest = answer.statusCode() == PARTIAL_CONTENT;
            copy(in, rest ? here : 0);
        }
    }

    private HttpResponse<InputStream> ask(long from) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(remote.source()).timeout(PATIENCE);
        if (from > 0) request.header("Range", "bytes=" + from + "-");
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new IOException("no connection to " + remote.source().getHost(), e);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    /** The bytes from {@code from} on; a shorter file stays for the next try to go on with. */
    private void copy(InputStream in, long from) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = from;
        StandardOpenOption how = from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (ProgressSink sink = Progress.sink();
                OutputStream out =
                        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) throw stopped();
                out.write(buffer, 0, n);
                done += n;
                show(sink, done);
            }
            sink.line(bar(done));
        }
        if (done < remote.bytes()) {
            throw new IOException("only " + done + " of " + remote.bytes() + " bytes came; the next try goes on there");
        }
    }

    private void show(ProgressSink sink, long done) {
        long now = System.nanoTime();
        if (!sink.showsLive() || now - shown < PAUSE) return;
        shown = now;
        sink.live(bar(done));
    }

    private String bar(long done) {
        int filled = (int) Math.min(BAR, BAR * done / remote.bytes());
        String size = String.format(Locale.ROOT, "%.1f/%.1f MB", done / 1e6, remote.bytes() / 1e6);
        return remote.name() + " " + "━".repeat(filled) + " ".repeat(BAR - filled) + " " + size;
    }

    private static IOException stopped() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("stopped; the next try goes on there");
    }
}
