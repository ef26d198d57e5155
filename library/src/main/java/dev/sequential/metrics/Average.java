package dev.sequential.metrics;

import java.util.Locale;

/** How scores of several classes become one. */
public enum Average {
    /** Not at all: one score a class. */
    NONE,
    /** All answers are counted together. */
    MICRO,
    /** The mean over classes. */
    MACRO,
    /** The mean over classes weighted by how often each occurs. */
    WEIGHTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
