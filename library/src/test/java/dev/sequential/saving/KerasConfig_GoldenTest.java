package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.constraints.Constraint;
import dev.sequential.initializers.Initializer;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.regularizers.Regularizer;
import dev.sequential.schedules.Schedule;
import dev.sequential.unit.Golden;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Keras wrote is read, written again with the same options, and read to an equal value. */
class KerasConfig_GoldenTest {
    private static final KerasConfig KERAS = KerasConfig.standard();

    /** Names and numbers' widths, which say nothing about what is computed, and options that are always null. */
    private static final Set<String> NOT_WRITTEN = Set.of("name", "dtype", "input_axes", "output_axes", "num_labels");

    private static final Map<String, Class<?>> GROUPS = Map.of(
            "losses", Loss.class,
            "metrics", Metric.class,
            "optimizers", Optimizer.class,
            "schedules", Schedule.class,
            "initializers", Initializer.class,
            "regularizers", Regularizer.class,
            "constraints", Constraint.class);

    static Stream<Arguments> cases() {
        return GROUPS.entrySet().stream()
                .flatMap(group -> Golden.cases(group.getKey()).stream()
                        .filter(c -> !Set.of("Muon", "MeanMetricWrapper").contains(c.className()))
                        .map(c -> Arguments.of(group.getValue(), c)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("cases")
    void readsAndWrites(Class<?> type, Golden.Case golden) {
        Object value = KERAS.read(golden.config(), type);
        JsonNode written = type == Metric.class ? KERAS.writeMetric((Metric) value) : KERAS.write(value);
        assertThat(written.get("class_name")).isEqualTo(golden.config().get("class_name"));
        assertThat(written.get("module")).isEqualTo(golden.config().get("module"));
        JsonNode config = golden.config().get("config");
        for (Iterator<String> keys = config.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (NOT_WRITTEN.contains(key)) continue;
            assertEqual(key, written.get("config").get(key), config.get(key));
        }
        assertThat(KERAS.read(written, type)).isEqualTo(value);
    }

    private static void assertEqual(String key, JsonNode actual, JsonNode expected) {
        assertThat(actual).as(key).isNotNull();
        if (expected.isNumber()) {
            assertThat(actual.doubleValue()).as(key).isEqualTo(expected.doubleValue());
        } else if (expected.isObject() && expected.has("config")) {
            if (expected.path("class_name").asText().equals("__tensor__")) return;
            assertThat(actual.get("class_name")).as(key).isEqualTo(expected.get("class_name"));
        } else if (!expected.isNull() || !actual.isArray() || !actual.isEmpty()) {
            assertThat(actual.toString().replace(".0", ""))
                    .as(key)
                    .isEqualTo(expected.toString().replace(".0", ""));
        }
    }
}
