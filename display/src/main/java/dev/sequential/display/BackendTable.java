package dev.sequential.display;

import dev.sequential.engine.Backend;
import dev.sequential.engine.Backends;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What computes in this session, and how much memory it takes.
 *
 * <pre>{@code
 * System.out.println(BackendTable.now());
 * }</pre>
 */
public final class BackendTable {
    private BackendTable() {}

    /** Backends in the order in which they are asked, threads, and memory at this moment. */
    public static TextTable now() {
        Runtime java = Runtime.getRuntime();
        String backends = Backends.all().stream().map(Backend::name).collect(Collectors.joining(", then "));
        return TextTable.of(
                List.of("", "now", "at most"),
                List.of(
                        List.of("backend", backends, ""),
                        List.of("threads", Integer.toString(threads()), Integer.toString(java.availableProcessors())),
                        List.of("heap", size(java.totalMemory() - java.freeMemory()), size(java.maxMemory())),
                        List.of("native memory", size(Pointer.totalBytes()), size(Pointer.maxBytes())),
                        List.of("whole process", size(Pointer.physicalBytes()), size(Pointer.maxPhysicalBytes())),
                        List.of("Java", Runtime.version().toString(), "")));
    }

    private static int threads() {
        return Nd4j.getEnvironment().maxMasterThreads();
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }
}
