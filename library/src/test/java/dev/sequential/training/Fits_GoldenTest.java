package dev.sequential.training;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Dataset;
import dev.sequential.History;
import dev.sequential.OnBatch;
import dev.sequential.Scores;
import dev.sequential.engine.Shape;
import dev.sequential.unit.Compute;
import dev.sequential.unit.Golden;
import dev.sequential.unit.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whole trainings come to Keras's numbers: history, weights, evaluations, predictions. */
class Fits_GoldenTest {
    /** What is still to come, and what the contract decides otherwise. */
    private static final Map<String, String> NOT_COVERED =
            Map.of("arrays_with_steps_per_epoch", "contract 3.4: every epoch has its steps; see Fit_RowsTest");

    private final String before = System.getProperty("sequential.backend");

    static Stream<Arguments> cases() {
        return Compute.BACKENDS.stream()
                .flatMap(b -> Golden.cases("fits").stream()
                        .filter(c -> !NOT_COVERED.containsKey(c.name()))
                        .map(c -> Arguments.of(b, c)));
    }

    @AfterEach
    void restore() {
        if (before == null) System.clearProperty("sequential.backend");
        else System.setProperty("sequential.backend", before);
    }

    @Test
    void coversAllOthers() {
        Set<String> names = new HashSet<>(
                Golden.cases("fits").stream().map(Golden.Case::name).toList());
        assertThat(names).hasSize(62).containsAll(NOT_COVERED.keySet());
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void equalsKeras(String backend, Golden.Case golden) {
        System.setProperty("sequential.backend", backend);
        Scenario scenario = new Scenario(
                KerasModels.read(golden.json().get("model"), golden.json().get("initial_weights")),
                golden.json().get("data"));
        scenario.compile(golden.json().get("compile"));
        int at = 0;
        for (JsonNode step : golden.json().get("script")) run(golden, scenario, step, "step " + at++ + " ");
    }

    private static void run(Golden.Case golden, Scenario scenario, JsonNode step, String where) {
        JsonNode args = step.get("args");
        JsonNode result = step.get("result");
        String op = step.get("op").asText();
        switch (op) {
            case "fit" -> fit(golden, scenario, args, result, where);
            case "evaluate" -> {
                Scores scores = scenario.model().evaluate(data(scenario, args), e -> {
                    e.verbose(0);
                    if (args.has("batch_size"))
                        e.batchSize(args.get("batch_size").asInt());
                    if (args.has("steps")) e.steps(args.get("steps").asInt());
                });
                check(golden, scores, result, result.at("/dict/loss"), where + op);
            }
            case "predict" -> {
                List<INDArray> outputs = scenario.model().predictAll(data(scenario, args), p -> {
                    if (args.has("batch_size"))
                        p.batchSize(args.get("batch_size").asInt());
                    if (args.has("steps")) p.steps(args.get("steps").asInt());
                });
                predictions(golden, outputs, result, where + op);
            }
            case "train_on_batch", "test_on_batch" -> {
                Dataset data = data(scenario, args);
                Scores scores = op.startsWith("train")
                        ? scenario.model().trainOnBatch(data, b -> options(args, b))
                        : scenario.model().testOnBatch(data, b -> options(args, b));
                check(golden, scores, result, result.get("batch_loss"), where + op);
                if (result.has("weights")) weights(golden, scenario, result.get("weights"), where + op);
            }
            case "predict_on_batch" ->
                predictions(golden, scenario.model().predictAllOnBatch(data(scenario, args)), result, where + op);
            case "reset_metrics" -> scenario.model().resetMetrics();
            case "reset_states" -> scenario.model().resetStates();
            case "compile" -> scenario.compile(args);
            case "set_trainable" ->
                scenario.model()
                        .getLayer(args.get("layer").asText())
                        .setTrainable(args.get("value").asBoolean());
            case "set_learning_rate" ->
                scenario.model().setLearningRate(args.get("value").asDouble());
            default -> throw new AssertionError("unknown operation " + op);
        }
    }

    private static Dataset data(Scenario scenario, JsonNode args) {
        return scenario.dataset(args.get("x"), args.path("y"), args.path("sample_weight"));
    }

    private static void options(JsonNode args, OnBatch.Builder b) {
        b.resetMetrics(args.path("reset_metrics").asBoolean(true));
        if (args.has("class_weight")) b.classWeight(Scenario.classWeight(args.get("class_weight")));
    }

    private static void fit(Golden.Case golden, Scenario scenario, JsonNode args, JsonNode result, String where) {
        History history = scenario.model().fit(data(scenario, args), f -> scenario.fit(args, f));
        assertClose(where + "epochs", numbers(history.epoch()), numbers(result.get("epoch")), 0);
        Map<String, List<Double>> all = history.history();
        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(names(result.get("history")));
        all.forEach((name, values) -> {
            if (decidedByContract(golden, name)) return;
            assertClose(
                    where + name, numbers(values), numbers(result.get("history").get(name)), golden.tolerance());
        });
        weights(golden, scenario, result.get("weights"), where);
        assertThat(scenario.model().iterations())
                .isEqualTo(result.get("optimizer_iterations").asLong());
    }

    /** Register D7: with binary crossentropy 'accuracy' is the binary one, whatever the number of units. */
    private static boolean decidedByContract(Golden.Case golden, String name) {
        return golden.name().equals("accuracy_binary_several_units") && name.equals("accuracy");
    }

    private static void check(Golden.Case golden, Scores scores, JsonNode result, JsonNode loss, String where) {
        List<String> names = names(result.get("dict"));
        assertThat(scores.asMap().keySet()).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            if (decidedByContract(golden, name)) continue;
            JsonNode expected = name.equals("loss") ? loss : result.get("dict").get(name);
            assertClose(
                    where + " " + name,
                    Values.vector(scores.get(name)),
                    Values.vector(expected.asDouble()),
                    golden.tolerance());
        }
    }

    private static void weights(Golden.Case golden, Scenario scenario, JsonNode expected, String where) {
        List<INDArray> weights = scenario.model().getWeights();
        assertThat(weights).hasSize(expected.size());
        for (int i = 0; i < weights.size(); i++) {
            assertClose(where + " weight " + i, values(weights.get(i)), Values.of(expected.get(i)), golden.tolerance());
        }
    }

    private static void predictions(Golden.Case golden, List<INDArray> outputs, JsonNode expected, String where) {
        for (int i = 0; i < outputs.size(); i++) {
            JsonNode array = expected.isArray() ? expected.get(i) : expected;
            assertClose(where + " output " + i, values(outputs.get(i)), Values.of(array), golden.tolerance());
        }
    }

    @Test
    void classWeightsMultiplySampleWeights() {
        Golden.Case golden = Golden.cases("fits").stream()
                .filter(c -> c.name().equals("class_and_sample_weight"))
                .findFirst()
                .orElseThrow();
        Scenario scenario = new Scenario(
                KerasModels.read(golden.json().get("model"), golden.json().get("initial_weights")),
                golden.json().get("data"));
        scenario.compile(golden.json().get("compile"));
        JsonNode step = golden.json().get("script").get(0);
        JsonNode args = step.get("args");
        History history = scenario.model()
                .fit(
                        Dataset.of(
                                KerasModels.array(golden.json().at("/data/x")),
                                KerasModels.array(golden.json().at("/data/y")),
                                KerasModels.array(golden.json().at("/data/w"))),
                        f -> {
                            scenario.fit(args, f);
                            f.classWeight(Map.of(0, 1, 1, 2, 2, 0.5));
                        });
        assertClose(
                "loss",
                numbers(history.history().get("loss")),
                numbers(step.at("/result/history/loss")),
                golden.tolerance());
        weights(golden, scenario, step.at("/result/weights"), "");
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(
                Set.copyOf(object.properties().stream().map(Map.Entry::getKey).toList()));
    }

    private static Values numbers(List<? extends Number> values) {
        return Values.vector(values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    private static Values numbers(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) values[i] = array.get(i).asDouble();
        return Values.vector(values);
    }

    private static Values values(INDArray array) {
        return Values.of(Shape.of(array.shape()), array.ravel().toDoubleVector());
    }
}
