package dev.sequential.display;

import java.util.Locale;

/** How numbers are written in tables: four digits after the point, or an exponent for what would lose them. */
final class Numbers {
    private Numbers() {}

    /** {@code 0.9812}, {@code 4.0000e-05}, {@code 1.2346e+08}, {@code NaN}; zero is {@code 0.0000}. */
    static String decimal(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "Infinity" : "-Infinity";
        return String.format(Locale.ROOT, size == 0 || size >= 1e-3 && size < 1e8 ? "%.4f" : "%.4e", value);
    }

    /** {@code 1,797}: a whole number in groups of three digits. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
