package dev.sequential.saving;

import static dev.sequential.unit.ArrayAsserts.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Policy;
import dev.sequential.Sequential;
import dev.sequential.engine.Shape;
import dev.sequential.unit.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Real Keras opens what is saved here, and what Keras saves opens here: both predict the same and train on with the same
 * losses.
 */
class Keras_BothWaysTest {
    private static final double SAME_PREDICTION = 1e-5;
    private static final double SAME_LOSS = 5e-5;

    @TempDir
    private static Path folder;

    private static List<Exhibit> exhibits;
    private static RealKeras keras;

    @BeforeAll
    static void exchange() throws IOException, InterruptedException {
        Sequential.seed(3);
        exhibits = Stream.concat(ModelExhibits.all().stream(), LayerExhibits.all().stream())
                .toList();
        keras = RealKeras.meets(exhibits, folder);
    }

    static List<Exhibit> exhibits() {
        return exhibits;
    }

    static Stream<Arguments> filesOfKeras() {
        return Stream.concat(exhibits.stream().map(Exhibit::name), keras.natives().stream())
                .flatMap(name -> Stream.of(".keras", ".h5").map(ending -> Arguments.of(name, ending)))
                .filter(file -> keras.saved((String) file.get()[0], (String) file.get()[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exhibits")
    void kerasOpensOursAndGoesOn(Exhibit ours) {
        JsonNode answer = keras.answer(ours.name());
        predictsAs(answer.get("predictions"), ours);
        if (!ours.y().isEmpty()) losesAs(answer.get("history"), ours.train());
        predictsAs(answer.get("after"), ours);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exhibits")
    void theOtherFormatsAreTheSameToKeras(Exhibit ours) {
        JsonNode answer = keras.answer(ours.name());
        assertThat(answer.get("weights").asText()).as("weights alone").isEqualTo("null");
        // Keras 3.15.1 does not open all that it writes as .h5 itself; what it cannot then, it need not open from here.
        if (answer.get("own older").isNull()) {
            assertThat(answer.get("older").asText()).as("as .h5").isEqualTo("null");
        }
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("filesOfKeras")
    void weOpenKerass(String name, String ending) {
        JsonNode answer = keras.answer(name);
        Model model = Model.load(keras.file(name + ending));
        goesOn(answer, new Exhibit(name, model, arrays(name, "x"), arrays(name, "y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".keras", ".h5"})
    void kerasReadsAndWritesPolicies(String ending) {
        Model ours = exhibits.stream()
                .filter(e -> e.name().equals("mixed"))
                .findFirst()
                .orElseThrow()
                .model();
        Model theirs = Model.load(keras.file("mixed" + ending));
        assertThat(policies(theirs)).isEqualTo(policies(ours)).contains(Policy.mixedBfloat16(), Policy.float32());
    }

    private static List<Policy> policies(Model model) {
        return model.layers().stream().map(Layer::dtypePolicy).toList();
    }

    private static void goesOn(JsonNode answer, Exhibit theirs) {
        predictsAs(answer.get("after"), theirs);
        if (answer.has("onward")) losesAs(answer.get("onward"), theirs.train());
    }

    private static List<INDArray> arrays(String name, String key) {
        for (Exhibit ours : exhibits) if (ours.name().equals(name)) return key.equals("x") ? ours.x() : ours.y();
        return StreamSupport.stream(keras.answer(name).get(key).spliterator(), false)
                .map(json -> Values.of(json).array())
                .toList();
    }

    private static void predictsAs(JsonNode expected, Exhibit exhibit) {
        List<INDArray> outputs = exhibit.predictions();
        assertThat(outputs).hasSize(expected.size());
        for (int i = 0; i < outputs.size(); i++) {
            INDArray output = outputs.get(i);
            Values values = Values.of(Shape.of(output.shape()), output.ravel().toDoubleVector());
            String what = "output " + exhibit.model().outputNames().get(i);
            assertClose(what, values, Values.of(expected.get(i)), SAME_PREDICTION);
        }
    }

    private static void losesAs(JsonNode expected, Map<String, List<Double>> history) {
        expected.properties().forEach(entry -> {
            assertThat(history).containsKey(entry.getKey());
            double[] theirs = StreamSupport.stream(entry.getValue().spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            double[] ours =
                    history.get(entry.getKey()).stream().mapToDouble(d -> d).toArray();
            assertClose(entry.getKey(), Values.vector(ours), Values.vector(theirs), SAME_LOSS);
        });
    }
}
