package dev.sequential.training;

import dev.sequential.engine.Check;
import java.util.function.Supplier;

/**
 * Where progress goes in this session: the console unless something else, such as a notebook's kernel extension,
 * installs its own place.
 */
public final class Progress {
    private static volatile Supplier<ProgressSink> sinks = ConsoleSink::new;

    private Progress() {}

    /** Makes every later {@code fit}, {@code evaluate} and {@code predict} show its progress in a sink from here. */
    public static void install(Supplier<ProgressSink> supplier) {
        sinks = Check.notNull(supplier, "supplier");
    }

    /** Brings the console back. */
    public static void uninstall() {
        sinks = ConsoleSink::new;
    }

    /** A new sink for one call. */
    static ProgressSink sink() {
        return sinks.get();
    }
}
