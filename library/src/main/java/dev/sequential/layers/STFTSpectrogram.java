package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Conv;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.STFT;
import dev.sequential.initializers.Taper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The frequencies of a signal in pieces of equal length: {@code (batch, time, channels) → (batch, pieces, channels ·
 * frequencies)}. Weights: real_kernel and imag_kernel {@code (frameLength, 1, fftLength / 2 + 1)}, which begin as cosines and
 * sines and are trained.
 *
 * <pre>{@code
 * STFTSpectrogram.of()
 * STFTSpectrogram.of(s -> s.mode(STFTSpectrogram.Mode.PSD).frameLength(512).frameStep(128))
 * }</pre>
 *
 * @param mode what is said of a frequency; default LOG
 * @param frameLength elements of a piece, 1 or more; default 256
 * @param frameStep elements from one piece to the next, from 1 to frameLength; default half of it
 * @param fftLength what a full turn of the lowest frequency takes, frameLength or more; default the next power of two
 * @param window how pieces fade at their ends; default HANN; none for not at all
 * @param periodic whether the window is made for pieces that join; default false
 * @param scaling what sums are divided by; default DENSITY; none for nothing
 * @param padding VALID (default) or SAME
 * @param expandDims whether frequencies get an axis of their own, before that of channels; default false
 * @param dataFormat where the channels are; default last
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/stft_spectrogram/">Keras: STFTSpectrogram</a>
 */
@Config
public record STFTSpectrogram(
        Mode mode,
        int frameLength,
        OptionalInt frameStep,
        OptionalInt fftLength,
        Optional<Taper> window,
        boolean periodic,
        Optional<STFT.Scaling> scaling,
        Padding padding,
        boolean expandDims,
        DataFormat dataFormat)
        implements LayerSpec {
    /** Keras's epsilon, below which nothing counts. */
    private static final double TINY = 1e-7;

    /** What is said of a frequency. */
    public enum Mode {
        /** The logarithm of its amplitude. */
        LOG,
        /** Its amplitude. */
        MAGNITUDE,
        /** Its power, that of the negative frequency included. */
        PSD,
        /** The part of the cosine. */
        REAL,
        /** The part of the sine. */
        IMAG,
        /** Both parts, first all of cosines. */
        STFT;

        /** Keras's name. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if lengths are out of their bounds, or padding is CAUSAL */
    public STFTSpectrogram {
        Check.notNull(mode, "mode of STFTSpectrogram");
        Check.atLeast(1, frameLength, "frameLength of STFTSpectrogram");
        Check.that(
                frameStep.orElse(1) >= 1 && frameStep.orElse(1) <= frameLength,
                "frameStep of STFTSpectrogram must be from 1 to frameLength %d, but received %d",
                frameLength,
                frameStep.orElse(1));
        Check.atLeast(frameLength, fftLength.orElse(frameLength), "fftLength of STFTSpectrogram");
        Check.notNull(window, "window of STFTSpectrogram");
        Check.notNull(scaling, "scaling of STFTSpectrogram");
        sliding(frameLength, frameStep, padding, dataFormat);
    }

    /** With the defaults. */
    public static STFTSpectrogram of() {
        return new STFTSpectrogram(
                Mode.LOG,
                256,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.of(Taper.HANN),
                false,
                Optional.of(STFT.Scaling.DENSITY),
                Padding.VALID,
                false,
                DataFormat.CHANNELS_LAST);
    }

    /** With options. */
    public static STFTSpectrogram of(Consumer<STFTSpectrogramBuilder> options) {
        STFTSpectrogramBuilder builder = STFTSpectrogramBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    private static Sliding sliding(int length, OptionalInt step, Padding padding, DataFormat dataFormat) {
        List<Integer> steps = List.of(step.orElse(Math.max(length / 2, 1)));
        return Sliding.of("STFTSpectrogram", 1, "frameLength", List.of(length), steps, List.of(1), padding, dataFormat);
    }

    @Override
    public Tensor call(Call call, Tensor input) {
        Tensor x = sliding(frameLength, frameStep, padding, dataFormat).enter(input);
        Tensor real = mode == Mode.IMAG ? null : measured(call, x, STFT.Side.REAL);
        Tensor imag = mode == Mode.REAL ? null : measured(call, x, STFT.Side.IMAG);
        return switch (mode) {
            case REAL -> placed(real);
            case IMAG -> placed(imag);
            case STFT -> placed(real.concat(3, imag));
            case PSD -> placed(doubled(real.square().plus(imag.square())));
            case MAGNITUDE -> placed(amplitude(real, imag));
            case LOG -> placed(amplitude(real, imag).maximum(TINY).log());
        };
    }

    private static Tensor amplitude(Tensor real, Tensor imag) {
        return real.square().plus(imag.square()).maximum(TINY).sqrt();
    }

    /** {@code (batch, channels, pieces, frequencies)}. */
    private Tensor measured(Call call, Tensor x, STFT.Side side) {
        int full = fftLength.orElse(Integer.highestOneBit(2 * frameLength - 1));
        Shape shape = Shape.of(frameLength, 1, full / 2 + 1);
        STFT waves = new STFT(side, window, scaling, periodic);
        Tensor kernel = call.weight(side + "_kernel", shape, waves);
        Tensor apart = x.transpose(0, 2, 1).reshape(Shape.of(Shape.UNKNOWN, x.dim(1), 1));
        Sliding sliding = sliding(frameLength, frameStep, padding, DataFormat.CHANNELS_LAST);
        Tensor y = Conv.of(apart, kernel, sliding.window(apart), 1);
        return y.reshape(Shape.of(x.dim(0), x.dim(2), y.dim(1), y.dim(2)));
    }

    /** All but the lowest and the highest frequency twice. */
    private static Tensor doubled(Tensor power) {
        long last = power.dim(3) - 1;
        if (last < 2) return power;
        return power.plus(power.slice(3, 1, last).pad(new long[] {0, 0, 0, 1}, new long[] {0, 0, 0, 1}, 0));
    }

    private Tensor placed(Tensor y) {
        boolean last = dataFormat == DataFormat.CHANNELS_LAST;
        if (expandDims) return last ? y.transpose(0, 2, 3, 1) : y;
        Shape joined = Shape.of(y.dim(0), y.dim(2), y.dim(1) * y.dim(3));
        Tensor sequence = y.transpose(0, 2, 1, 3).reshape(joined);
        return last ? sequence : sequence.transpose(0, 2, 1);
    }
}
