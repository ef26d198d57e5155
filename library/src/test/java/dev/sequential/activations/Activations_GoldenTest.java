package dev.sequential.activations;

import static dev.sequential.unit.ArrayAsserts.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation's values and slopes, kinks included, are those of Keras on JAX. */
class Activations_GoldenTest {

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("activations").stream().map(c -> Arguments.of(b, c)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        ActivationFunction function = function(
                golden.json().get("keras_config").asText(), golden.json().get("kwargs"));
        List<Values> results =
                Compute.withGradient(backend, golden.values("input"), golden.values("dy"), function::apply);
        assertClose("output", results.get(0), golden.values("output"), golden.tolerance());
        assertClose("gradient", results.get(1), golden.values("gradient"), golden.tolerance());
    }

    private static ActivationFunction function(String name, JsonNode options) {
        if (options.isEmpty()) return Activations.of(name);
        return switch (name) {
            case "softmax" -> Activations.softmax(options.get("axis").asInt());
            case "log_softmax" -> Activations.logSoftmax(options.get("axis").asInt());
            case "sparsemax" -> Activations.sparsemax(options.get("axis").asInt());
            case "glu" -> Activations.glu(options.get("axis").asInt());
            case "leaky_relu" ->
                Activations.leakyRelu(options.get("negative_slope").asDouble());
            case "elu" -> Activations.elu(options.get("alpha").asDouble());
            case "celu" -> Activations.celu(options.get("alpha").asDouble());
            case "gelu" -> options.get("approximate").asBoolean() ? Activations.GELU_APPROXIMATE : Activations.GELU;
            case "hard_shrink" ->
                Activations.hardShrink(options.get("threshold").asDouble());
            case "soft_shrink" ->
                Activations.softShrink(options.get("threshold").asDouble());
            case "squareplus" -> Activations.squareplus(options.get("b").asDouble());
            case "threshold" ->
                Activations.threshold(
                        options.get("threshold").asDouble(),
                        options.get("default_value").asDouble());
            case "relu" ->
                Activations.relu(r -> {
                    if (options.has("negative_slope"))
                        r.negativeSlope(options.get("negative_slope").asDouble());
                    if (options.has("max_value"))
                        r.maxValue(options.get("max_value").asDouble());
                    if (options.has("threshold"))
                        r.threshold(options.get("threshold").asDouble());
                });
            default -> throw new AssertionError("options of " + name + " are not covered: " + options);
        };
    }
}
