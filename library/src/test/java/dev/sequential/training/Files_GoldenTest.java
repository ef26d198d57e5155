package dev.sequential.training;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sequential.History;
import dev.sequential.Model;
import dev.sequential.engine.Shape;
import dev.sequential.unit.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Files that Keras wrote open here, predict what they predicted there and go on training as they did. */
class Files_GoldenTest {
    /** Files whose layers there are. */
    private static final List<String> NAMES = List.of(
            "mlp_adam",
            "cnn_sgd_momentum",
            "functional_rmsprop_schedule",
            "lstm_gru_embedding",
            "bidirectional_time_distributed",
            "nested_shared",
            "attention",
            "conv_zoo",
            "regularized_constrained",
            "eleven_dense",
            "rnn_cells",
            "preprocessing");

    private static final Set<String> ENDINGS = Set.of(".keras", ".h5");

    @TempDir
    private Path folder;

    static Stream<Arguments> cases() {
        return NAMES.stream().flatMap(n -> ENDINGS.stream().map(e -> Arguments.of(n, e)));
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = Files_GoldenTest.class.getResourceAsStream("/golden/files/" + name + ".json.gz");
                InputStream plain = new GZIPInputStream(in)) {
            return new ObjectMapper().readTree(plain);
        }
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Files_GoldenTest.class.getResourceAsStream("/golden/files/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("cases")
    void opensHereAndGoesOn(String name, String ending) throws IOException {
        check(golden(name), Model.load(file(name + ending)), name + ending);
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("cases")
    void savedAgainItIsTheSame(String name, String ending) throws IOException {
        Model model = Model.load(file(name + ending));
        Path again = folder.resolve("again" + ending);
        model.save(again);
        check(golden(name), Model.load(again), "again " + name + ending);
        assertThat(again.resolveSibling("again" + ending + ".part")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void weightsAloneFitAModelOfTheSameConfig(String name) throws IOException {
        JsonNode golden = golden(name);
        Model model = Model.fromJson(golden.get("model").toString());
        model.loadWeights(file(name + ".weights.h5"));
        predicts(golden, model, name);
        Path again = folder.resolve("again.weights.h5");
        model.saveWeights(again);
        Model other = Model.fromJson(model.toJson());
        other.loadWeights(again);
        predicts(golden, other, name);
    }

    static List<String> names() {
        return NAMES;
    }

    private static void check(JsonNode golden, Model model, String where) {
        predicts(golden, model, where);
        if (!golden.hasNonNull("continue")) return;
        Scenario scenario = new Scenario(model, golden.get("data"));
        JsonNode args = golden.at("/continue/args");
        History history = model.fit(
                scenario.dataset(args.get("x"), args.get("y"), args.path("sample_weight")), f -> scenario.fit(args, f));
        golden.at("/continue/history").properties().forEach(entry -> {
            double[] expected = new double[entry.getValue().size()];
            for (int i = 0; i < expected.length; i++)
                expected[i] = entry.getValue().get(i).asDouble();
            double[] values = history.history().get(entry.getKey()).stream()
                    .mapToDouble(d -> d)
                    .toArray();
            assertClose(where + " " + entry.getKey(), Values.vector(values), Values.vector(expected), 5e-5);
        });
        List<INDArray> weights = model.getWeights();
        for (int i = 0; i < weights.size(); i++) {
            assertClose(
                    where + " weight " + i,
                    values(weights.get(i)),
                    Values.of(golden.at("/continue/weights").get(i)),
                    5e-5);
        }
    }

    private static void predicts(JsonNode golden, Model model, String where) {
        Scenario scenario = new Scenario(model, golden.get("data"));
        List<INDArray> outputs = model.predictAll(scenario.dataset(golden.get("x"), null, null));
        JsonNode expected = golden.get("predictions");
        for (int i = 0; i < outputs.size(); i++) {
            assertClose(
                    where + " output " + i,
                    values(outputs.get(i)),
                    Values.of(expected.isArray() ? expected.get(i) : expected),
                    5e-5);
        }
    }

    private static Values values(INDArray array) {
        return Values.of(Shape.of(array.shape()), array.ravel().toDoubleVector());
    }
}
