package dev.sequential.engine.loops;

/** Functions that {@link Math} lacks, exact to float32 for every float32 argument. */
final class Functions {
    /** Steps of the table of erf per unit, and where erf is 1 in float32. */
    private static final int STEPS = 64;

    private static final int END = 4;
    private static final double[] ERF = erfTable();
    private static final double[] SLOPE = slopeTable();

    private Functions() {}

    /** The error function: a Taylor step of four terms from the nearest of a table's places. */
    static double erf(double x) {
        double size = Math.abs(x);
        if (!(size < END)) return Double.isNaN(x) ? x : Math.signum(x);
        int node = (int) (size * STEPS + 0.5);
        double at = (double) node / STEPS;
        double d = size - at;
        double bent = 1 - d * (at - d * ((2 * at * at - 1) / 3 - d * at * (2 * at * at - 3) / 6));
        return Math.copySign(ERF[node] + SLOPE[node] * d * bent, x);
    }

    private static double[] erfTable() {
        double[] table = new double[END * STEPS + 1];
        for (int i = 0; i < table.length; i++) table[i] = series((double) i / STEPS);
        return table;
    }

    private static double[] slopeTable() {
        double[] table = new double[END * STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            double x = (double) i / STEPS;
            table[i] = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }
        return table;
    }

    /** {@code 2/√π e^(-x²) Σ 2^n x^(2n+1) / (2n+1)!!}: all terms positive (Abramowitz and Stegun 7.1.6). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
