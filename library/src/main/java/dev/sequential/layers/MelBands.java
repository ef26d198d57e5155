package dev.sequential.layers;

/**
 * Bands of frequencies that are equally wide on the mel scale, each a triangle that begins and ends in the middle of its
 * neighbours.
 *
 * @param bands how many there are
 * @param bins how many frequencies are measured, from 0 to half the sampling rate
 * @param low where the first band begins, in hertz
 * @param high where the last band ends, in hertz
 */
record MelBands(int bands, int bins, int samplingRate, double low, double high) {
    /** How much each frequency (rows) counts in each band (columns). */
    double[] weights() {
        double[] weights = new double[bins * bands];
        double step = (mel(high) - mel(low)) / (bands + 1);
        for (int i = 1; i < bins; i++) { // a frequency of 0 is in no band
            double place = mel(samplingRate / 2.0 * i / (bins - 1));
            for (int band = 0; band < bands; band++) {
                double middle = mel(low) + (band + 1) * step;
                weights[i * bands + band] = Math.max(0, 1 - Math.abs(place - middle) / step);
            }
        }
        return weights;
    }

    /** The place of a frequency on the scale, as in HTK. */
    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }
}
