package dev.sequential.engine;

import java.util.Locale;

/** The one place where arguments are refused. Messages are {@link String#format} patterns, in the root locale. */
public final class Check {
    private Check() {}

    /** Throws {@link IllegalArgumentException} unless {@code ok}: a wrong value. */
    public static void that(boolean ok, String message, Object... args) {
        if (!ok) throw new IllegalArgumentException(text(message, args));
    }

    /** Throws {@link IllegalStateException} unless {@code ok}: a wrong order of calls. */
    public static void state(boolean ok, String message, Object... args) {
        if (!ok) throw new IllegalStateException(text(message, args));
    }

    /** Refuses {@code null} and returns the value otherwise. */
    public static <T> T notNull(T value, String argument) {
        that(value != null, "%s must not be null", argument);
        return value;
    }

    /** Refuses numbers below {@code least} and returns the value otherwise. */
    public static int atLeast(int least, int value, String argument) {
        that(value >= least, "%s must be %d or more, but received %d", argument, least, value);
        return value;
    }

    /** Refuses numbers outside {@code [low, high]} (and NaN) and returns the value otherwise. */
    public static double between(double low, double high, double value, String argument) {
        that(value >= low && value <= high, "%s must be from %s to %s, but received %s", argument, low, high, value);
        return value;
    }

    /** Refuses negative, infinite and NaN numbers and returns the value otherwise. */
    public static double notNegative(double value, String argument) {
        that(value >= 0 && value < Double.POSITIVE_INFINITY, "%s must be 0 or more, but received %s", argument, value);
        return value;
    }

    private static String text(String message, Object... args) {
        return args.length == 0 ? message : String.format(Locale.ROOT, message, args);
    }
}
