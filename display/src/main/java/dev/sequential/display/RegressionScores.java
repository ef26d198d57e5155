package dev.sequential.display;

import java.util.Arrays;

/**
 * How far predictions are from the truth.
 *
 * @param rSquared the share of the truth's variance that is explained: 1 at best, 0 for its mean
 * @param mae mean absolute error
 * @param rmse root of the mean squared error
 */
record RegressionScores(double rSquared, double mae, double rmse) {
    static RegressionScores of(double[] truth, double[] predicted) {
        double mean = Arrays.stream(truth).average().orElse(0);
        double absolute = 0;
        double squared = 0;
        double variance = 0;
        for (int i = 0; i < truth.length; i++) {
            double error = predicted[i] - truth[i];
            absolute += Math.abs(error);
            squared += error * error;
            variance += (truth[i] - mean) * (truth[i] - mean);
        }
        int n = truth.length;
        return new RegressionScores(
                variance == 0 ? Double.NaN : 1 - squared / variance, absolute / n, Math.sqrt(squared / n));
    }

    @Override
    public String toString() {
        return "R² " + Numbers.decimal(rSquared) + ", MAE " + Numbers.decimal(mae) + ", RMSE " + Numbers.decimal(rmse);
    }
}
