package dev.sequential.layers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What image layers leave to chance: how often and how far, for each image on its own, the same for the same seed. */
class Augmentation_ChanceTest {
    private static final Shape MANY = Shape.of(400, 2, 3, 1);
    private static final double[] IMAGE = {10, 20, 30, 40, 50, 60};

    static List<String> backends() {
        return Compute.BACKENDS;
    }

    /** Each with room for chance. */
    private static final List<LayerSpec> LAYERS = List.of(
            RandomFlip.of(),
            RandomRotation.of(0.5),
            RandomTranslation.of(0.5, 0.5),
            RandomZoom.of(0.5),
            RandomShear.of(0.5, 0.5),
            RandomContrast.of(0.9),
            RandomBrightness.of(0.5),
            RandomColorDegeneration.of(0.9),
            RandomColorJitter.of(j -> j.brightnessFactor(List.of(0.5))),
            RandomErasing.of(0.9),
            RandomGaussianBlur.of(0.9),
            RandomGrayscale.of(0.5),
            RandomHue.of(0.9),
            RandomInvert.of(0.9),
            RandomPosterization.of(8),
            RandomSaturation.of(0.9),
            RandomSharpness.of(0.9),
            Solarization.of(s -> s.thresholdFactor(List.of(0.9))));

    private static Values run(String backend, LayerSpec layer, boolean training, Values x) {
        Tensor input = Tensor.of(new Placeholder("x", x.type()));
        Tensor y = new Trace(training).call(Layer.of(layer), List.of(input)).get(0);
        return Compute.run(backend, List.of(input), List.of(x), List.of(y), Map.of())
                .get(0);
    }

    /** As many times the same image as the shape has images. */
    private static Values same(Shape shape, double... image) {
        double[] data = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < data.length; i++) data[i] = image[i % image.length];
        return Values.of(shape, data);
    }

    private static Values photo(Shape shape) {
        return Values.of(shape, new Random(3).doubles(shape.size(), 1, 255).toArray());
    }

    /** The images of a batch one by one. */
    private static List<List<Double>> images(Values batch) {
        int size = Math.toIntExact(batch.shape().size() / batch.shape().dim(0));
        List<Double> all = Arrays.stream(batch.data()).boxed().toList();
        List<List<Double>> images = new ArrayList<>();
        for (int i = 0; i < all.size(); i += size) images.add(all.subList(i, i + size));
        return images;
    }

    private static double share(Values batch, List<Double> image) {
        return images(batch).stream().filter(image::equals).count()
                / (double) batch.shape().dim(0);
    }

    private static DoubleStream firsts(Values batch) {
        return images(batch).stream().mapToDouble(i -> i.get(0));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void inferenceIsTheIdentity(String backend) {
        Values x = photo(Shape.of(2, 4, 5, 3));
        for (LayerSpec layer : LAYERS) {
            assertThat(run(backend, layer, false, x).data()).as("%s", layer).isEqualTo(values(x));
        }
        assertThat(run(backend, RandomCrop.of(2, 2), false, x).data()).isEqualTo(values(x));
    }

    /** As float32 holds them. */
    private static double[] values(Values x) {
        return Arrays.stream(x.data()).map(v -> (float) v).toArray();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void eachImageHasChancesOfItsOwn(String backend) {
        Values one = photo(Shape.of(1, 4, 5, 3));
        Values x = same(Shape.of(20, 4, 5, 3), one.data());
        for (LayerSpec layer : LAYERS) {
            Values y = run(backend, layer, true, x);
            assertThat(images(y).stream().distinct().count()).as("%s", layer).isGreaterThan(1);
            assertThat(run(backend, layer, true, x).data())
                    .as("%s again", layer)
                    .isEqualTo(y.data());
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aSeedMakesOtherChances(String backend) {
        Values x = same(Shape.of(8, 2, 3, 1), IMAGE);
        Values first = run(backend, RandomBrightness.of(0.5, b -> b.seed(1)), true, x);
        assertThat(run(backend, RandomBrightness.of(0.5, b -> b.seed(1)), true, x))
                .usingRecursiveComparison()
                .isEqualTo(first);
        assertThat(run(backend, RandomBrightness.of(0.5, b -> b.seed(2)), true, x)
                        .data())
                .isNotEqualTo(first.data());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void halfOfTheImagesAreTurnedOver(String backend) {
        Values x = same(MANY, IMAGE);
        Map<RandomFlip.Mode, List<Double>> turned = Map.of(
                RandomFlip.Mode.HORIZONTAL, List.of(30.0, 20.0, 10.0, 60.0, 50.0, 40.0),
                RandomFlip.Mode.VERTICAL, List.of(40.0, 50.0, 60.0, 10.0, 20.0, 30.0),
                RandomFlip.Mode.HORIZONTAL_AND_VERTICAL, List.of(60.0, 50.0, 40.0, 30.0, 20.0, 10.0));
        turned.forEach((mode, image) -> {
            Values y = run(backend, RandomFlip.of(mode), true, x);
            assertThat(share(y, image)).isCloseTo(0.5, within(0.1));
            assertThat(share(y, image) + share(y, images(x).get(0))).isEqualTo(1);
            Values first = Values.of(Shape.of(400, 1, 2, 3), x.data());
            Values z =
                    run(backend, RandomFlip.of(f -> f.mode(mode).dataFormat(DataFormat.CHANNELS_FIRST)), true, first);
            assertThat(share(z, image) + share(z, images(x).get(0))).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("backends")
    void brightnessIsEvenlySpread(String backend) {
        Values y = run(backend, RandomBrightness.of(0.1, b -> b.factor(List.of(-0.1, 0.3))), true, same(MANY, 100));
        double[] added = firsts(y).map(v -> (v - 100) / 255).toArray();
        assertThat(Arrays.stream(added)).allMatch(a -> a >= -0.1001 && a <= 0.3001);
        assertThat(Arrays.stream(added).average().orElseThrow()).isCloseTo(0.1, within(0.03));
        assertThat(Arrays.stream(added).filter(a -> a < 0).count() / 400.0).isCloseTo(0.25, within(0.1));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void contrastIsAroundTheMean(String backend) {
        RandomContrast layer = RandomContrast.of(0, c -> c.factor(List.of(0.2, 0.4)));
        Values y = run(backend, layer, true, same(MANY, IMAGE));
        double[] contrasts = firsts(y).map(v -> (v - 35) / (10 - 35)).toArray();
        assertThat(Arrays.stream(contrasts)).allMatch(c -> c >= 0.7999 && c <= 1.4001);
        assertThat(Arrays.stream(contrasts).average().orElseThrow()).isCloseTo(1.1, within(0.05));
        for (int i = 0; i < 400; i++) {
            assertThat(images(y).get(i).get(5)).isCloseTo(35 + contrasts[i] * 25, within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aWindowIsTheSameForTheWholeBatch(String backend) {
        double[] count = new double[9 * 8];
        Arrays.setAll(count, i -> i);
        Values x = same(Shape.of(3, 9, 8, 1), count);
        Values y = run(backend, RandomCrop.of(4, 3), true, x);
        assertThat(y.shape()).isEqualTo(Shape.of(3, 4, 3, 1));
        List<Double> window = images(y).get(0);
        assertThat(images(y)).containsOnly(window);
        double start = window.get(0);
        assertThat(start % 8).isBetween(0.0, 5.0);
        assertThat(Math.floor(start / 8)).isBetween(0.0, 5.0);
        for (int i = 0; i < 12; i++) assertThat(window.get(i)).isEqualTo(start + i / 3 * 8 + i % 3);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void slantsGoEitherWay(String backend) {
        RandomShear layer =
                RandomShear.of(0, 0, s -> s.xFactor(List.of(0.5, 0.5)).fillMode(FillMode.CONSTANT));
        Values y = run(backend, layer, true, same(MANY, IMAGE));
        assertThat(share(y, List.of(10.0, 20.0, 30.0, 45.0, 55.0, 30.0))).isBetween(0.4, 0.6);
        assertThat(share(y, List.of(10.0, 20.0, 30.0, 20.0, 45.0, 55.0))).isBetween(0.4, 0.6);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void huesTurnEitherWay(String backend) {
        RandomHue layer = RandomHue.of(0, h -> h.factor(List.of(2 / 3.0, 2 / 3.0)));
        Values y = run(backend, layer, true, same(Shape.of(300, 1, 1, 3), 255, 0, 0));
        for (List<Double> pixel : images(y)) {
            double[] colour = pixel.stream().mapToDouble(d -> d).toArray();
            double[] green = {0, 255, 0};
            double[] blue = {0, 0, 255};
            assertClose("hue", Values.vector(colour), Values.vector(colour[1] > 1 ? green : blue), 1e-4);
        }
        assertThat(images(y).stream().filter(p -> p.get(1) > 1).count() / 300.0).isCloseTo(0.5, within(0.1));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void someImagesAreChosen(String backend) {
        Values y = run(backend, RandomInvert.of(0, i -> i.factor(List.of(0.2, 0.4))), true, same(MANY, 5));
        assertThat(firsts(y).filter(v -> v == 250).count() / 400.0).isCloseTo(0.3, within(0.08));
        Values grey = run(backend, RandomGrayscale.of(0.2), true, same(Shape.of(400, 1, 1, 3), 255, 0, 0));
        assertThat(firsts(grey).filter(v -> v < 255).count() / 400.0).isCloseTo(0.2, within(0.08));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void rectanglesAreErased(String backend) {
        RandomErasing layer = RandomErasing.of(
                1, e -> e.factor(List.of(1.0, 1.0)).scale(List.of(0.25, 0.25)).fillValue(List.of(9.0)));
        Values y = run(backend, layer, true, same(Shape.of(200, 8, 8, 2), 1));
        for (List<Double> image : images(y)) {
            assertThat(image).allMatch(v -> v == 1 || v == 9);
            assertThat(image.stream().filter(v -> v == 9).count()).isEqualTo(32);
        }
        Values noise = run(
                backend,
                RandomErasing.of(1, e -> e.factor(List.of(1.0, 1.0)).scale(List.of(1.0, 1.0))),
                true,
                same(Shape.of(1, 50, 50, 1), 1));
        assertThat(Arrays.stream(noise.data()).filter(v -> v == 0).count() / 2500.0)
                .isCloseTo(0.5, within(0.05));
        assertThat(Arrays.stream(noise.data())).allMatch(v -> v >= 0 && v <= 255);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void bitsAreFewerThanTheBound(String backend) {
        RandomPosterization layer = RandomPosterization.of(1, p -> p.factor(List.of(2.0, 4.0)));
        Values y = run(backend, layer, true, same(MANY, 255));
        assertThat(firsts(y).filter(v -> v == 192).count() / 400.0).isCloseTo(0.5, within(0.1));
        assertThat(firsts(y).filter(v -> v != 192)).containsOnly(224.0);
    }
}
