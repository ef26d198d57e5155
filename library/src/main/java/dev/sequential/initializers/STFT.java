package dev.sequential.initializers;

import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Shape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Waves of rising frequency, {@code cos(2πti/n)} or {@code -sin(2πti/n)} for element t and frequency i, so that a
 * convolution measures the frequencies of a signal. For kernels {@code (elements, 1, n/2 + 1)} only.
 *
 * @param side cosines or sines; default REAL
 * @param window how waves fade at their ends; default HANN; none for not at all
 * @param scaling what the sum over elements is divided by; default DENSITY; none for nothing
 * @param periodic whether the window is made for pieces that join; default false
 */
@Config
public record STFT(Side side, Optional<Taper> window, Optional<Scaling> scaling, boolean periodic)
        implements Initializer {
    /** The two parts of a frequency. */
    public enum Side {
        /** Cosines. */
        REAL,
        /** Sines. */
        IMAG;

        /** Keras's name. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What results are divided by. */
    public enum Scaling {
        /** The root of the sum of the window's squares. */
        DENSITY,
        /** The sum of the window. */
        SPECTRUM;

        /** Keras's name. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private double of(double[] window) {
            double sum = Arrays.stream(window)
                    .map(w -> this == DENSITY ? w * w : Math.abs(w))
                    .sum();
            return this == DENSITY ? Math.sqrt(sum) : sum;
        }
    }

    /** @throws IllegalArgumentException if an option is null */
    public STFT {
        Check.notNull(side, "side of STFT");
        Check.notNull(window, "window of STFT");
        Check.notNull(scaling, "scaling of STFT");
    }

    /** Cosines with the defaults. */
    public static STFT of() {
        return new STFT(Side.REAL, Optional.of(Taper.HANN), Optional.of(Scaling.DENSITY), false);
    }

    /** With options. */
    public static STFT of(Consumer<STFTBuilder> options) {
        STFTBuilder builder = STFTBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public double[] values(Shape shape, RandomGenerator random) {
        Check.that(
                shape.rank() == 3 && shape.dim(1) == 1,
                "STFT makes kernels (elements, 1, frequencies) only, but the weight has shape %s",
                shape);
        int elements = Math.toIntExact(shape.dim(0));
        int frequencies = Math.toIntExact(shape.dim(2));
        double[] fade = window.orElse(Taper.BOXCAR).weights(elements, periodic);
        double by = window.isPresent() && scaling.isPresent() ? scaling.get().of(fade) : 1;
        double[] values = new double[elements * frequencies];
        for (int t = 0; t < elements; t++) {
            for (int i = 0; i < frequencies; i++) {
                double turn = Math.PI * t * i / (frequencies - 1);
                double wave = side == Side.REAL ? Math.cos(turn) : -Math.sin(turn);
                values[t * frequencies + i] = wave * fade[t] / by;
            }
        }
        return values;
    }
}
