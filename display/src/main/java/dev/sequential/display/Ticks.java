package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which numbers are written to an axis: round ones, neither too many nor too few. */
final class Ticks {
    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten; a few more than so many rather than too few. */
    static List<Axis.Tick> round(double low, double high, int most) {
        double step = step(0.75 * (high - low) / most);
        List<Axis.Tick> ticks = new ArrayList<>();
        double size = Math.max(Math.abs(low), Math.abs(high));
        for (long k = (long) Math.ceil(low / step - 1e-9); k <= high / step + 1e-9; k++) {
            ticks.add(new Axis.Tick(k * step, label(k * step, step, size)));
        }
        return ticks;
    }

    /** Whole numbers: each one of a few, else round ones, and the first where there is room for it. */
    static List<Axis.Tick> whole(int first, int last, int most) {
        int step = (int) Math.max(1, step((double) (last - first) / most));
        List<Axis.Tick> ticks = new ArrayList<>();
        int next = (first + step - 1) / step * step;
        if (next - first >= 0.6 * step) ticks.add(new Axis.Tick(first, Integer.toString(first)));
        for (int n = next; n <= last; n += step) ticks.add(new Axis.Tick(n, Integer.toString(n)));
        return ticks;
    }

    /** Powers of ten: all or each n-th one; of less than three the double and the fivefold too. */
    static List<Axis.Tick> powers(double low, double high, int most) {
        int first = (int) Math.ceil(Math.log10(low));
        int last = (int) Math.floor(Math.log10(high));
        int step = 1 + (last - first) / most;
        int[] factors = last - first < 2 ? new int[] {1, 2, 5} : new int[] {1};
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int power = first - 1; power <= last; power++) {
            if (Math.floorMod(power, step) != 0) continue;
            for (int factor : factors) {
                double value = factor * Math.pow(10, power);
                if (value >= low && value <= high) ticks.add(new Axis.Tick(value, label(value, value, value)));
            }
        }
        return ticks;
    }

    /** The next of 1, 2, 5, 10, … times a power of ten. */
    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) return factor * power;
        }
        return 10 * power;
    }

    /** With as many digits as the step needs; with an exponent where the largest number is tiny or huge. */
    private static String label(double value, double step, double largest) {
        int digits = -(int) Math.floor(Math.log10(step) + 1e-9);
        if (largest >= 1e6 || largest < 1e-3) {
            if (value == 0) return "0";
            int more = digits + (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
            return String.format(Locale.ROOT, "%." + Math.max(0, more) + "e", value);
        }
        return String.format(Locale.ROOT, "%." + Math.max(0, digits) + "f", value == 0 ? 0.0 : value);
    }
}
