package dev.sequential.engine;

import java.util.function.Supplier;

/** Remembers, while a layer traces, whose operations are being made, so that errors can name the layer. */
public final class Origin {
    private static final Scoped<String> CURRENT = new Scoped<>("");

    private Origin() {}

    /** The layer now tracing on this thread, or an empty string. */
    public static String current() {
        return CURRENT.get();
    }

    /** Runs {@code trace} with every operation it makes marked as made by {@code layer}. */
    public static <T> T in(String layer, Supplier<T> trace) {
        return CURRENT.in(layer, trace);
    }
}
