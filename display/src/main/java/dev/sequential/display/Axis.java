package dev.sequential.display;

import java.util.ArrayList;
import java.util.List;

/**
 * What a side of a plot measures: from where to where, on which scale, with which numbers written to it.
 *
 * @param low value at its beginning
 * @param high value at its end
 * @param log whether equal factors are equally long, not equal differences
 * @param ticks the values written to it
 */
record Axis(double low, double high, boolean log, List<Tick> ticks) {
    /** A value and how it is written. */
    record Tick(double value, String label) {}

    private static final double MARGIN = 0.05;

    /** Shows all values between two, and a little more on both sides, with at most about so many ticks. */
    static Axis of(double least, double greatest, int most) {
        double range = greatest - least;
        boolean flat = range <= 1e-9 * Math.max(Math.abs(least), Math.abs(greatest));
        double margin = flat ? Math.max(Math.abs(least) / 10, Double.MIN_NORMAL) : range * MARGIN;
        if (flat && least == 0) margin = 1;
        return new Axis(least - margin, greatest + margin, false, Ticks.round(least - margin, greatest + margin, most));
    }

    /** Counts epochs, from the first to the last; ticks are whole numbers. */
    static Axis counting(int first, int last, int most) {
        double margin = first == last ? 1 : (last - first) * 0.02;
        return new Axis(first - margin, last + margin, false, Ticks.whole(first, last, most));
    }

    /** Shows all values between two positive ones by their size. */
    static Axis log(double least, double greatest, int most) {
        double margin = Math.pow(greatest / least, MARGIN);
        return new Axis(least / margin, greatest * margin, true, Ticks.powers(least / margin, greatest * margin, most));
    }

    /** Fits finite numbers; on a log scale those that fall over more than two decades, as losses do. */
    static Axis fitting(List<Double> values, int most) {
        double least = values.get(0);
        double greatest = least;
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        boolean falls = values.indexOf(greatest) < values.lastIndexOf(least);
        return least > 0 && greatest > 100 * least && falls ? log(least, greatest, most) : of(least, greatest, most);
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    double at(double value) {
        return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** The widest tick. */
    double labelWidth() {
        List<Double> widths = new ArrayList<>(List.of(0.0));
        ticks.forEach(t -> widths.add(Caption.width(t.label(), Ink.SMALL)));
        return widths.stream().mapToDouble(w -> w).max().orElse(0);
    }
}
