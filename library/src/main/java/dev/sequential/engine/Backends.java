package dev.sequential.engine;

import dev.sequential.engine.nd4j.Nd4jBackend;
import dev.sequential.engine.onednn.OneDnnBackend;
import java.util.List;
import java.util.Locale;

/** Which backends compute, chosen by {@code -Dsequential.backend} or {@code SEQUENTIAL_BACKEND}. */
public final class Backends {
    private Backends() {}

    /**
     * The backends in the order in which they are asked: {@code auto} (default) takes oneDNN and, for what it leaves,
     * ND4J; {@code onednn} the same, but fails if oneDNN cannot be loaded; {@code nd4j} takes ND4J alone.
     */
    public static List<Backend> all() {
        String environment = System.getenv().getOrDefault("SEQUENTIAL_BACKEND", "auto");
        return of(System.getProperty("sequential.backend", environment));
    }

    /** The backends of one of the names {@code auto}, {@code onednn}, {@code nd4j}. */
    public static List<Backend> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "nd4j" -> List.of(new Nd4jBackend());
            case "auto" -> List.of(OneDnnBackend.orLoops(), new Nd4jBackend());
            case "onednn" -> List.of(new OneDnnBackend(), new Nd4jBackend());
            default ->
                throw new IllegalArgumentException("Unknown backend \"" + name + "\"; there are auto, onednn, nd4j");
        };
    }
}
