package dev.sequential.training;

import java.util.Locale;
import java.util.Map;

/** Numbers as Keras prints them, with a decimal point whatever the locale. */
final class Numbers {
    private Numbers() {}

    /** A loss or metric: four decimals, or an exponent if it is small. */
    static String value(double value) {
        if (Double.isNaN(value)) return "nan";
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        return String.format(Locale.ROOT, Math.abs(value) > 1e-3 ? "%.4f" : "%.4e", value);
    }

    /** {@code  - name: value} for each. */
    static String values(Map<String, Double> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(" - ").append(name).append(": ").append(value(value)));
        return text.toString();
    }

    /** Time of one step: {@code 3s/step}, {@code 12ms/step} or {@code 85us/step}. */
    static String perStep(double seconds) {
        if (seconds >= 1 || seconds == 0) return String.format(Locale.ROOT, "%.0fs/step", seconds);
        if (seconds >= 1e-3) return String.format(Locale.ROOT, "%.0fms/step", seconds * 1e3);
        return String.format(Locale.ROOT, "%.0fus/step", seconds * 1e6);
    }

    /** A time to come: {@code 2:46:38}, {@code 16:20} or {@code 7s}. */
    static String remaining(double seconds) {
        long s = (long) seconds;
        if (seconds > 3600) return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s % 3600 / 60, s % 60);
        if (seconds > 60) return String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
        return s + "s";
    }

    /** A time that has passed, rounded to seconds. */
    static String elapsed(double seconds) {
        return String.format(Locale.ROOT, "%.0fs", seconds);
    }
}
