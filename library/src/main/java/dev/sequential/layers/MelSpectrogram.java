package dev.sequential.layers;

import dev.sequential.Call;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Config;
import dev.sequential.engine.Conv;
import dev.sequential.engine.Loading;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Window;
import dev.sequential.initializers.Taper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How loud a sound is in bands as wide as ears tell apart: {@code (batch, samples) → (batch, numMelBins, pieces)}. It has no
 * weights.
 *
 * <pre>{@code
 * MelSpectrogram.of()
 * MelSpectrogram.of(m -> m.samplingRate(22050).numMelBins(64))
 * }</pre>
 *
 * @param fftLength samples of a full turn of the lowest frequency, from 2 to 16384; default 2048
 * @param sequenceStride samples from one piece to the next, 1 or more; default 512
 * @param sequenceLength samples of a piece, from 1 to fftLength; default fftLength
 * @param window how pieces fade at their ends; default HANN; none for not at all
 * @param samplingRate samples of a second; default 16000
 * @param numMelBins number of bands, 1 or more; default 128
 * @param minFreq where the lowest band begins, in hertz; default 20
 * @param maxFreq where the highest band ends, in hertz; default half the sampling rate
 * @param powerToDb whether results are in decibels; default true
 * @param topDb how far below the loudest result of a batch, in decibels, others may be; default 80
 * @param magExp power of the amplitude that is measured; default 2
 * @param minPower what is less counts as this; default 1e-10
 * @param refPower what 0 decibels are; default 1
 * @see <a href="https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/mel_spectrogram/">Keras: MelSpectrogram</a>
 */
@Config
public record MelSpectrogram(
        int fftLength,
        int sequenceStride,
        OptionalInt sequenceLength,
        Optional<Taper> window,
        int samplingRate,
        int numMelBins,
        double minFreq,
        OptionalDouble maxFreq,
        boolean powerToDb,
        double topDb,
        double magExp,
        double minPower,
        double refPower)
        implements LayerSpec {
    /** Whose waves take 2 GB: two numbers for each sample and frequency. */
    private static final int LONGEST = 16_384;

    /** As many of their numbers count as one of a file: of 4096 samples, usual for music, they are 17 million. */
    private static final int WAVES = 16;

    /** @throws IllegalArgumentException if a length, a rate or a number is out of its bounds */
    public MelSpectrogram {
        Check.that(
                fftLength >= 2 && fftLength <= LONGEST,
                "fftLength of MelSpectrogram must be from 2 to %d, but received %d",
                LONGEST,
                fftLength);
        Check.atLeast(1, sequenceStride, "sequenceStride of MelSpectrogram");
        Check.atLeast(1, sequenceLength.orElse(1), "sequenceLength of MelSpectrogram");
        Check.that(
                sequenceLength.orElse(1) <= fftLength,
                "sequenceLength of MelSpectrogram must be at most fftLength %d, but received %d",
                fftLength,
                sequenceLength.orElse(1));
        Check.notNull(window, "window of MelSpectrogram");
        Check.atLeast(1, samplingRate, "samplingRate of MelSpectrogram");
        Check.atLeast(1, numMelBins, "numMelBins of MelSpectrogram");
        Check.notNegative(minFreq, "minFreq of MelSpectrogram");
        Check.that(
                highest(maxFreq, samplingRate) > minFreq,
                "maxFreq of MelSpectrogram must be above minFreq %s, but received %s",
                minFreq,
                highest(maxFreq, samplingRate));
        Check.notNegative(topDb, "topDb of MelSpectrogram");
        Check.that(minPower > 0, "minPower of MelSpectrogram must be above 0, but received %s", minPower);
    }

    /** With the defaults. */
    public static MelSpectrogram of() {
        return new MelSpectrogram(
                2048,
                512,
                OptionalInt.empty(),
                Optional.of(Taper.HANN),
                16000,
                128,
                20,
                OptionalDouble.empty(),
                true,
                80,
                2,
                1e-10,
                1);
    }

    /** With options. */
    public static MelSpectrogram of(Consumer<MelSpectrogramBuilder> options) {
        MelSpectrogramBuilder builder = MelSpectrogramBuilder.builder(of());
        options.accept(builder);
        return builder.build();
    }

    @Override
    public Tensor call(Call call, Tensor input) {
        Check.that(
                input.rank() == 2 && input.dim(1) != Shape.UNKNOWN && input.dim(1) > fftLength / 2,
                "MelSpectrogram expects shape (batch, samples) of more than %d samples, but received shape %s",
                fftLength / 2,
                input.shape());
        Tensor waves = waves(mirrored(input.cast(call.floatType()).expandDims(2)));
        Tensor real = waves.slice(2, 0, bins());
        Tensor imag = waves.slice(2, bins(), 2L * bins());
        Tensor power = real.square().plus(imag.square());
        Tensor measured = magExp == 2 ? power : power.power(magExp / 2);
        double[] bands =
                new MelBands(numMelBins, bins(), samplingRate, minFreq, highest(maxFreq, samplingRate)).weights();
        Tensor mel = measured.matmul(Tensor.constant(bands, Shape.of(bins(), numMelBins), measured.dtype()));
        return (powerToDb ? decibels(mel) : mel).transpose(0, 2, 1);
    }

    /** Half the sampling rate is rounded down, as in Keras. */
    private static double highest(OptionalDouble maxFreq, int samplingRate) {
        return maxFreq.orElse(samplingRate / 2);
    }

    private int bins() {
        return fftLength / 2 + 1;
    }

    /** The signal with its ends mirrored, so that the first piece is around the first sample. */
    private Tensor mirrored(Tensor x) {
        int more = fftLength / 2;
        long length = x.dim(1);
        Tensor before = x.slice(1, 1, more + 1).reverse(1);
        Tensor after = x.slice(1, length - more - 1, length - 1).reverse(1);
        return before.concat(1, x, after);
    }

    /** Cosine and sine parts of all frequencies of all pieces, {@code (batch, pieces, 2 · frequencies)}. */
    private Tensor waves(Tensor x) {
        int length = sequenceLength.orElse(fftLength);
        double[] fade = window.orElse(Taper.BOXCAR).weights(length, true);
        int skipped = (fftLength - length) / 2;
        int size = fftLength * 2 * bins();
        Loading.computes("The waves of MelSpectrogram", size / WAVES);
        double[] kernel = new double[size];
        for (int t = 0; t < fftLength; t++) {
            boolean faded = t < skipped || t >= skipped + length;
            double weight = window.isEmpty() ? 1 : faded ? 0 : fade[t - skipped];
            for (int i = 0; i < bins(); i++) {
                double turn = 2 * Math.PI * ((long) t * i % fftLength) / fftLength;
                kernel[(t * 2) * bins() + i] = weight * Math.cos(turn);
                kernel[(t * 2 + 1) * bins() + i] = -weight * Math.sin(turn);
            }
        }
        Tensor constant = Tensor.constant(kernel, Shape.of(fftLength, 1, 2L * bins()), x.dtype());
        return Conv.of(x, constant, Window.of(List.of((long) fftLength), List.of((long) sequenceStride)), 1);
    }

    private Tensor decibels(Tensor power) {
        double zero = 10 * Math.log10(Math.max(Math.abs(refPower), minPower));
        Tensor level = power.maximum(minPower).log().affine(10 / Math.log(10), -zero);
        return level.maximum(level.max().minus(topDb));
    }
}
