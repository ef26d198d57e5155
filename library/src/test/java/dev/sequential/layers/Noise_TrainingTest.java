package dev.sequential.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Trace;
import dev.sequential.engine.Placeholder;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the layers of noise do in training, by statistics, and that they do nothing in inference. */
class Noise_TrainingTest {
    static List<String> backends() {
        return Compute.BACKENDS;
    }

    private static double[] run(String backend, LayerSpec layer, boolean training, Shape shape, double value) {
        double[] data = new double[Math.toIntExact(shape.size())];
        Arrays.fill(data, value);
        Values x = Values.of(shape, data);
        Tensor input = Tensor.of(new Placeholder("x", x.type()));
        Tensor y = new Trace(training).call(Layer.of(layer), List.of(input)).get(0);
        return Compute.run(backend, List.of(input), List.of(x), List.of(y), Map.of())
                .get(0)
                .data();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double deviation(double[] x) {
        double mean = mean(x);
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void inferenceIsTheIdentity(String backend) {
        for (LayerSpec layer : List.of(
                GaussianNoise.of(1),
                GaussianDropout.of(0.5),
                AlphaDropout.of(0.5),
                SpatialDropout1D.of(0.5),
                Dropout.of(0.5))) {
            assertThat(run(backend, layer, false, Shape.of(2, 2, 2), 3)).containsOnly(3);
        }
        for (LayerSpec layer :
                List.of(GaussianNoise.of(0), GaussianDropout.of(0), AlphaDropout.of(0), SpatialDropout1D.of(0))) {
            assertThat(run(backend, layer, true, Shape.of(2, 2, 2), 3)).containsOnly(3);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void gaussianNoiseAdds(String backend) {
        double[] y = run(backend, GaussianNoise.of(0.5), true, Shape.of(100, 100), 2);
        assertThat(mean(y)).isCloseTo(2, within(0.03));
        assertThat(deviation(y)).isCloseTo(0.5, within(0.02));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void gaussianDropoutMultiplies(String backend) {
        double[] y = run(backend, GaussianDropout.of(0.2), true, Shape.of(100, 100), 3);
        assertThat(mean(y)).isCloseTo(3, within(0.1));
        assertThat(deviation(y)).isCloseTo(1.5, within(0.06));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void alphaDropoutKeepsMeanAndVariance(String backend) {
        double rate = 0.3;
        double alpha = -1.7580993408473766;
        double a = 1 / Math.sqrt((1 - rate) * (1 + rate * alpha * alpha));
        double b = -a * alpha * rate;
        double[] y = run(backend, AlphaDropout.of(rate), true, Shape.of(100, 100), 1);
        Set<Double> seen = Arrays.stream(y).boxed().collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen).hasSize(2);
        assertThat(((TreeSet<Double>) seen).first()).isCloseTo(a * alpha + b, within(1e-5));
        assertThat(((TreeSet<Double>) seen).last()).isCloseTo(a + b, within(1e-5));
        double dropped = Arrays.stream(y).filter(v -> v < 0).count() / 10_000.0;
        assertThat(dropped).isCloseTo(rate, within(0.02));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void spatialDropoutTakesWholeChannels(String backend) {
        wholeChannels(run(backend, SpatialDropout1D.of(0.5), true, Shape.of(4, 10, 50), 1), 4, 10, 50);
        wholeChannels(run(backend, SpatialDropout2D.of(0.5), true, Shape.of(4, 2, 5, 50), 1), 4, 10, 50);
        wholeChannels(run(backend, SpatialDropout3D.of(0.5), true, Shape.of(4, 2, 5, 1, 50), 1), 4, 10, 50);
        LayerSpec first = SpatialDropout2D.of(0.5, s -> s.dataFormat(DataFormat.CHANNELS_FIRST));
        double[] y = run(backend, first, true, Shape.of(4, 50, 2, 5), 1);
        for (int i = 0; i < y.length; i++) assertThat(y[i]).isEqualTo(y[i / 10 * 10]);
    }

    /** Every channel of a sample is the same at all places, 0 or 2, and both occur. */
    private static void wholeChannels(double[] y, int samples, int places, int channels) {
        for (int s = 0; s < samples; s++) {
            for (int p = 0; p < places; p++) {
                for (int c = 0; c < channels; c++) {
                    assertThat(y[(s * places + p) * channels + c]).isEqualTo(y[s * places * channels + c]);
                }
            }
        }
        assertThat(y).contains(0).contains(2);
        assertThat(mean(y)).isCloseTo(1, within(0.3));
    }
}
