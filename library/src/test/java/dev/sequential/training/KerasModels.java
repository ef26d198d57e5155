package dev.sequential.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes models of Keras's configs as far as the golden trainings need it; saving will do it for all. */
final class KerasModels {
    static final KerasConfig CONFIG = KerasConfig.standard();

    private KerasModels() {}

    static Model read(JsonNode model) {
        JsonNode config = model.get("config");
        return model.get("class_name").asText().equals("Sequential") ? sequential(config) : functional(config);
    }

    private static Model sequential(JsonNode config) {
        Sequential model = Sequential.of(config.get("name").asText());
        for (JsonNode layer : config.get("layers")) model.add(layer(layer));
        return model;
    }

    private static Model functional(JsonNode config) {
        Map<JsonNode, Tensor> made = new HashMap<>();
        Map<String, LayerSpec> layers = new HashMap<>();
        for (int before = -1; before < made.size(); ) {
            before = made.size();
            for (JsonNode json : config.get("layers")) {
                String name = json.at("/config/name").asText();
                LayerSpec layer = layers.computeIfAbsent(name, n -> layer(json));
                if (layer instanceof Input input) made.computeIfAbsent(end(name, 0), e -> input.tensor());
                JsonNode nodes = json.get("inbound_nodes");
                for (int i = 0; i < nodes.size(); i++) {
                    JsonNode end = end(name, i);
                    List<JsonNode> from = nodes.get(i).get("args").findValues("keras_history");
                    if (made.containsKey(end) || !made.keySet().containsAll(from)) continue;
                    made.put(end, layer.apply(from.stream().map(made::get).toArray(Tensor[]::new)));
                }
            }
        }
        return Model.of(
                config.get("name").asText(),
                ends(config.get("input_layers"), made),
                ends(config.get("output_layers"), made));
    }

    private static JsonNode end(String layer, int node) {
        return JsonNodeFactory.instance.arrayNode().add(layer).add(node).add(0);
    }

    /** One {@code ["name", 0, 0]}, or a list of such. */
    private static List<Tensor> ends(JsonNode names, Map<JsonNode, Tensor> made) {
        if (names.get(0).isTextual()) return List.of(made.get(names));
        return StreamSupport.stream(names.spliterator(), false).map(made::get).toList();
    }

    private static LayerSpec layer(JsonNode json) {
        JsonNode config = json.get("config");
        String name = config.get("name").asText();
        switch (json.get("class_name").asText()) {
            case "Sequential", "Functional":
                return read(json);
            case "InputLayer":
                return input(config).name(name);
            default:
                Layer layer = CONFIG.read(json, LayerSpec.class).named(name);
                layer.setTrainable(config.get("trainable").asBoolean());
                return layer;
        }
    }

    private static Input input(JsonNode config) {
        JsonNode shape = config.get("batch_shape");
        long[] dims = new long[shape.size() - 1];
        for (int i = 0; i < dims.length; i++) dims[i] = shape.get(i + 1).asLong();
        Input input = Input.of(dims).dtype(config.get("dtype").asText());
        return shape.get(0).isNull() ? input : input.batchSize(shape.get(0).asLong());
    }

    /** Gives a model its weights, which the golden file lists in Keras's order. */
    static void setWeights(Model model, JsonNode weights) {
        model.setWeights(StreamSupport.stream(weights.spliterator(), false)
                .map(w -> array(w.get("value")))
                .toList());
    }

    static INDArray array(JsonNode json) {
        Values values = Values.of(json);
        INDArray array =
                Nd4j.createFromArray(values.data()).reshape(values.shape().dims());
        return array.castTo(values.dtype() == dev.sequential.engine.DType.INT32 ? DataType.INT : DataType.FLOAT);
    }
}
