package dev.sequential.metrics;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric gives Keras's result after each of several weighted batches, after a reset and under Keras's name. */
class Metrics_GoldenTest {

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("metrics").stream().map(c -> Arguments.of(b, c)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        Metric metric = KerasConfig.standard().read(golden.config(), Metric.class);
        assertThat(metric.name())
                .isEqualTo(golden.config().get("config").get("name").asText());
        MetricRun run = new MetricRun(backend, metric);
        int batch = 0;
        for (JsonNode update : golden.json().get("updates")) {
            check("result " + ++batch, run, update, golden);
        }
        run.reset();
        assertClose("result after reset", run.result(), golden.values("result_after_reset"), golden.tolerance());
        check("result of a batch after reset", run, golden.json().get("after_reset"), golden);
    }

    private static void check(String what, MetricRun run, JsonNode update, Golden.Case golden) {
        boolean plain = update.has("values");
        Values yTrue = Values.of(update.get(plain ? "values" : "y_true"));
        Values yPred = Values.of(update.get(plain ? "values" : "y_pred"));
        Values weight = update.hasNonNull("sample_weight") ? Values.of(update.get("sample_weight")) : null;
        assertClose(what, run.update(yTrue, yPred, weight), Values.of(update.get("result")), golden.tolerance());
    }
}
