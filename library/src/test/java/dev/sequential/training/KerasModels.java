package dev.sequential.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Tensor;
import dev.sequential.layers.Activation;
import dev.sequential.layers.Dense;
import dev.sequential.layers.Dropout;
import dev.sequential.layers.Flatten;
import dev.sequential.saving.KerasConfig;
import dev.sequential.unit.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes models of Keras's configs as far as the golden trainings need it; saving will do it for all. */
final class KerasModels {
    static final KerasConfig CONFIG = KerasConfig.standard()
            .with(Dense.of(1))
            .with(Flatten.of())
            .with(Dropout.of(0.5))
            .with(Activation.of("linear"));

    private KerasModels() {}

    static Model read(JsonNode model) {
        return model.get("class_name").asText().equals("Sequential")
                ? sequential(model.get("config"))
                : functional(model.get("config"));
    }

    private static Model sequential(JsonNode config) {
        Sequential model = Sequential.of();
        for (JsonNode layer : config.get("layers")) model.add(layer(layer));
        return model;
    }

    private static Model functional(JsonNode config) {
        Map<String, Tensor> made = new HashMap<>();
        for (JsonNode layer : config.get("layers")) {
            String name = layer.at("/config/name").asText();
            List<Tensor> from = layer.get("inbound_nodes").findValues("keras_history").stream()
                    .map(h -> made.get(h.get(0).asText()))
                    .toList();
            made.put(
                    name,
                    switch (layer.get("class_name").asText()) {
                        case "InputLayer" -> ((Input) layer(layer)).tensor();
                        case "Concatenate" -> from.get(0).concat(-1, from.get(1));
                        default -> layer(layer).apply(from.toArray(Tensor[]::new));
                    });
        }
        return Model.of(ends(config.get("input_layers"), made), ends(config.get("output_layers"), made));
    }

    /** One {@code ["name", 0, 0]}, or a list of such. */
    private static List<Tensor> ends(JsonNode names, Map<String, Tensor> made) {
        if (names.get(0).isTextual()) return List.of(made.get(names.get(0).asText()));
        return StreamSupport.stream(names.spliterator(), false)
                .map(n -> made.get(n.get(0).asText()))
                .toList();
    }

    private static LayerSpec layer(JsonNode json) {
        JsonNode config = json.get("config");
        String name = config.get("name").asText();
        if (!json.get("class_name").asText().equals("InputLayer")) {
            return CONFIG.read(json, LayerSpec.class).named(name);
        }
        JsonNode shape = config.get("batch_shape");
        long[] dims = new long[shape.size() - 1];
        for (int i = 0; i < dims.length; i++) dims[i] = shape.get(i + 1).asLong();
        return new Input(
                dev.sequential.engine.Shape.of(dims), dev.sequential.engine.DType.FLOAT32, java.util.Optional.of(name));
    }

    /** Gives a model its weights, which the golden file names {@code layer/…/weight} or {@code model/layer/…/weight}. */
    static void setWeights(Model model, JsonNode weights) {
        Set<String> names = new HashSet<>();
        model.layers().forEach(l -> names.add(l.name()));
        Map<String, List<INDArray>> byLayer = new HashMap<>();
        for (JsonNode weight : weights) {
            String layer = Arrays.stream(weight.get("path").asText().split("/"))
                    .filter(names::contains)
                    .findFirst()
                    .orElseThrow();
            byLayer.computeIfAbsent(layer, n -> new ArrayList<>()).add(array(weight.get("value")));
        }
        for (Layer layer : model.layers())
            if (byLayer.containsKey(layer.name())) layer.setWeights(byLayer.get(layer.name()));
    }

    static INDArray array(JsonNode json) {
        Values values = Values.of(json);
        INDArray array =
                Nd4j.createFromArray(values.data()).reshape(values.shape().dims());
        return array.castTo(values.dtype() == dev.sequential.engine.DType.INT32 ? DataType.INT : DataType.FLOAT);
    }
}
