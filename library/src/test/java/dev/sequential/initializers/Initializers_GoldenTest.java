package dev.sequential.initializers;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.engine.Shape;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Initializers without chance give Keras's values; random ones its limits, mean and deviation. */
class Initializers_GoldenTest {
    static List<Golden.Case> cases() {
        return Golden.cases("initializers");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAsInKeras(Golden.Case golden) {
        Initializer initializer = KerasConfig.standard().read(golden.config(), Initializer.class);
        // Keras leaves the gain of Identity out of its config.
        if (golden.name().startsWith("identity_gain")) {
            initializer = Identity.of(golden.values("values").data()[0]);
        }
        Shape shape = shape(golden.json().get("shape"));
        double[] values = initializer.values(shape, new SplittableRandom(7));
        assertThat(values).hasSize(Math.toIntExact(shape.size()));
        switch (golden.json().get("expect").asText()) {
            case "values" ->
                assertClose("values", Values.of(shape, values), golden.values("values"), golden.tolerance());
            case "orthogonal" ->
                checkOrthogonal(
                        shape(golden.json().get("matrix")),
                        values,
                        golden.json().get("gain").asDouble());
            default -> checkDistribution(golden.json(), values);
        }
    }

    private static Shape shape(JsonNode dims) {
        return Shape.of(StreamSupport.stream(dims.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray());
    }

    private static void checkOrthogonal(Shape matrix, double[] m, double gain) {
        int rows = (int) matrix.dim(0);
        int columns = (int) matrix.dim(1);
        boolean tall = rows >= columns;
        for (int a = 0; a < Math.min(rows, columns); a++) {
            for (int b = 0; b < Math.min(rows, columns); b++) {
                double dot = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    dot += tall ? m[i * columns + a] * m[i * columns + b] : m[a * columns + i] * m[b * columns + i];
                }
                assertThat(dot).isCloseTo(a == b ? gain * gain : 0, within(1e-12));
            }
        }
    }

    /** Mean and deviation within five standard errors of those expected, limits kept and nearly reached. */
    private static void checkDistribution(JsonNode golden, double[] values) {
        double deviation = golden.get("std").asDouble();
        double mean = golden.get("mean").asDouble();
        double measured = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values)
                .map(v -> (v - measured) * (v - measured))
                .average()
                .orElseThrow();
        double root = Math.sqrt(values.length);
        assertThat(measured).isCloseTo(mean, within(5 * deviation / root));
        assertThat(Math.sqrt(square)).isCloseTo(deviation, within(5 * deviation / Math.sqrt(2) / root));
        if (!golden.has("low")) return;
        double low = golden.get("low").asDouble();
        double high = golden.get("high").asDouble();
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        assertThat(least).isGreaterThanOrEqualTo(low);
        assertThat(most).isLessThanOrEqualTo(high);
        assertThat(most - least).isGreaterThan(0.8 * (high - low));
    }
}
