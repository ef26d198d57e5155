package dev.sequential.training;

import dev.sequential.engine.Check;
import java.util.function.Supplier;

/**
 * Where and how progress is shown in this session: on the console in Keras 3's style unless something else, such as a
 * notebook's kernel extension, installs its own place. With it the one state that all models share.
 */
public final class Progress {
    private static volatile Supplier<ProgressSink> sinks = ConsoleSink::new;
    private static volatile ProgressStyle style = ProgressStyle.KERAS;

    private Progress() {}

    /** Makes every later {@code fit}, {@code evaluate} and {@code predict} show its progress in a sink from here. */
    public static void install(Supplier<ProgressSink> supplier) {
        sinks = Check.notNull(supplier, "supplier");
    }

    /** Brings the console back. */
    public static void uninstall() {
        sinks = ConsoleSink::new;
    }

    /** Makes later progress look like this. Default {@link ProgressStyle#KERAS}. */
    public static void style(ProgressStyle style) {
        Progress.style = Check.notNull(style, "style");
    }

    /** How progress looks. */
    static ProgressStyle style() {
        return style;
    }

    /** A new sink for one call, or for something else that takes its time, such as a download. */
    public static ProgressSink sink() {
        return sinks.get();
    }
}
