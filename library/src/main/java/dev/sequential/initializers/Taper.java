package dev.sequential.initializers;

import java.util.Locale;

/**
 * How a piece of a signal fades at its ends before its frequencies are measured: {@code Σ (-1)^k a_k cos(2πki/(n - 1))} for
 * element i of n.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/signal.windows.html">SciPy: signal.windows</a>
 */
public enum Taper {
    /** Not at all. */
    BOXCAR(1),
    HANN(0.5, 0.5),
    HAMMING(0.54, 0.46),
    BLACKMAN(0.42, 0.5, 0.08),
    NUTTALL(0.3635819, 0.4891775, 0.1365995, 0.0106411),
    BLACKMANHARRIS(0.35875, 0.48829, 0.14128, 0.01168),
    FLATTOP(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368);

    private final double[] terms;

    Taper(double... terms) {
        this.terms = terms;
    }

    /**
     * The weights of so many elements.
     *
     * @param periodic whether they are the beginning of one element more, so that pieces join; otherwise the last is as the
     *     first
     */
    public double[] weights(int length, boolean periodic) {
        double[] weights = new double[length];
        double last = periodic ? length : length - 1;
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < terms.length; k++) {
                double turn = last == 0 ? Math.PI : 2 * Math.PI * i / last;
                weights[i] += (k % 2 == 0 ? 1 : -1) * terms[k] * Math.cos(k * turn);
            }
        }
        return weights;
    }

    /** Keras's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
