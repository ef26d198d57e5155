package dev.sequential.saving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Policy;
import dev.sequential.Sequential;
import dev.sequential.layers.Bidirectional;
import dev.sequential.layers.Dense;
import dev.sequential.layers.LSTM;
import dev.sequential.layers.LSTMCell;
import dev.sequential.layers.RNN;
import dev.sequential.layers.TimeDistributed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies of layers in files, as Keras writes them. */
class Policy_FilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MIXED =
            "{\"module\":\"keras\",\"class_name\":\"DTypePolicy\",\"config\":{\"name\":\"mixed_bfloat16\"},\"registered_name\":null}";

    @AfterEach
    void float32Again() {
        Sequential.setDtypePolicy("float32");
    }

    private static Model mixed() {
        Sequential.setDtypePolicy("mixed_bfloat16");
        Model model = Sequential.of(
                Input.of(5, 4),
                Bidirectional.of(LSTM.of(3, r -> r.returnSequences(true))),
                RNN.of(List.of(LSTMCell.of(3), LSTMCell.of(2))),
                Dense.of(2).dtype("float32"));
        Sequential.setDtypePolicy("float32");
        return model;
    }

    private static List<Policy> policies(Model model) {
        return model.layers().stream().map(Layer::dtypePolicy).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void comeBackFromFiles(String file, @TempDir Path folder) {
        Model model = mixed();
        model.save(folder.resolve(file));
        assertThat(policies(Model.load(folder.resolve(file)))).isEqualTo(policies(model));
        assertThat(policies(model)).containsExactly(Policy.mixedBfloat16(), Policy.mixedBfloat16(), Policy.float32());
    }

    @Test
    void areWrittenAsKerasDoesAlsoInsideWrappers() throws IOException {
        JsonNode layers = JSON.readTree(mixed().toJson()).at("/config/layers");
        JsonNode mixed = JSON.readTree(MIXED);
        assertThat(layers.get(1).at("/config/dtype")).isEqualTo(mixed);
        assertThat(layers.get(1).at("/config/layer/config/dtype")).isEqualTo(mixed);
        assertThat(layers.get(2).at("/config/cell/config/dtype")).isEqualTo(mixed);
        assertThat(layers.get(2).at("/config/cell/config/cells/1/config/dtype")).isEqualTo(mixed);
        assertThat(layers.get(3).at("/config/dtype/config/name").asText()).isEqualTo("float32");
    }

    @Test
    void aLayerInsideAWrapperMayHaveItsOwn() throws IOException {
        Model model =
                Sequential.of(Input.of(5, 4), TimeDistributed.of(Dense.of(2).dtype("mixed_bfloat16")));
        JsonNode config = JSON.readTree(model.toJson()).at("/config/layers/1/config");
        assertThat(config.at("/dtype/config/name").asText()).isEqualTo("float32");
        assertThat(config.at("/layer/config/dtype")).isEqualTo(JSON.readTree(MIXED));
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of(MIXED, "mixed_bfloat16"),
                Arguments.of("\"mixed_bfloat16\"", "mixed_bfloat16"),
                Arguments.of("{\"class_name\":\"Policy\",\"config\":{\"name\":\"mixed_bfloat16\"}}", "mixed_bfloat16"),
                Arguments.of("\"float32\"", "float32"),
                Arguments.of("\"mixed_float16\"", "float32"),
                Arguments.of("{\"class_name\":\"QuantizedDTypePolicy\",\"config\":{\"mode\":\"int8\"}}", "float32"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void areReadInEverySpelling(String written, String policy) {
        assertThat(read(written)).isEqualTo(Policy.of(policy));
        Sequential.setDtypePolicy("mixed_bfloat16");
        assertThat(read(written)).as("whatever the session's").isEqualTo(Policy.of(policy));
    }

    @Test
    void withoutOneALayerHasTheSessions() {
        assertThat(read("null")).isEqualTo(Policy.float32());
        Sequential.setDtypePolicy("mixed_bfloat16");
        assertThat(read("null")).isEqualTo(Policy.mixedBfloat16());
    }

    private static Policy read(String dtype) {
        String layer = "{\"class_name\":\"Dense\",\"config\":{\"name\":\"d\",\"units\":2,\"dtype\":" + dtype + "}}";
        String model = "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"s\",\"layers\":[" + layer + "]}}";
        return Model.fromJson(model).layers().get(0).dtypePolicy();
    }

    @Test
    void aWrapperHasThatOfTheLayerInside() {
        String inner = "{\"class_name\":\"Dense\",\"config\":{\"name\":\"d\",\"units\":2,\"dtype\":" + MIXED + "}}";
        String outer = "{\"class_name\":\"TimeDistributed\",\"config\":{\"name\":\"t\",\"dtype\":\"float32\",\"layer\":"
                + inner + "}}";
        String model = "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"s\",\"layers\":[" + outer + "]}}";
        assertThat(policies(Model.fromJson(model))).containsExactly(Policy.mixedBfloat16());
    }
}
