package dev.sequential.engine;

import java.util.function.Supplier;

/** Remembers, while a layer traces, whose operations are being made, so that errors can name the layer. */
public final class Origin {
    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

    private Origin() {}

    /** The layer now tracing on this thread, or an empty string. */
    public static String current() {
        return CURRENT.get();
    }

    /** Runs {@code trace} with every operation it makes marked as made by {@code layer}. */
    public static <T> T in(String layer, Supplier<T> trace) {
        String before = CURRENT.get();
        CURRENT.set(layer);
        try {
            return trace.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
