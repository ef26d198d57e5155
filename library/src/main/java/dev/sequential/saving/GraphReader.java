package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.Sequential;
import dev.sequential.engine.Check;
import dev.sequential.engine.DType;
import dev.sequential.engine.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a model, without its weights, of what Keras wrote. */
record GraphReader(KerasConfig table) {
    private static final int MAX_DEPTH = 50;
    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");

    Model read(JsonNode json) {
        return model(json, 0);
    }

    private Model model(JsonNode json, int depth) {
        Check.that(depth < MAX_DEPTH, "Models are nested more than %d deep", MAX_DEPTH);
        Provenance.check(json, true);
        JsonNode config = json.path("config");
        return switch (json.path("class_name").asText()) {
            case "Sequential" -> sequential(config, depth);
            case "Functional", "Model" -> new FunctionalReader(layer -> layer(layer, depth), config).model();
            default ->
                throw new IllegalArgumentException("Expected a model (Sequential or Functional), but received "
                        + brief(json.has("class_name") ? json.get("class_name") : json));
        };
    }

    private Model sequential(JsonNode config, int depth) {
        Sequential model = Sequential.of(name(config).orElse("sequential"));
        JsonNode layers = config.isArray() ? config : config.path("layers"); // Keras 1 wrote the list alone
        Check.that(layers.isArray(), "A Sequential needs \"layers\", but its config is %s", brief(config));
        for (JsonNode layer : layers) {
            JsonNode own = layer.path("config").path("batch_input_shape");
            if (own.isArray() && model.layers().isEmpty() && !isInput(layer)) {
                model.add(input(
                        own, layer.path("config"), name(layer.path("config")).map(n -> n + "_input")));
            }
            model.add(layer(layer, depth));
        }
        JsonNode shape = config.path("build_input_shape");
        if (!model.isBuilt() && shape.isArray() && !model.layers().isEmpty()) model.build(List.of(sample(shape)));
        if (config.path("trainable").isBoolean() && !config.get("trainable").asBoolean()) model.setTrainable(false);
        return model;
    }

    /** A layer under its name, an input or a model. */
    private LayerSpec layer(JsonNode json, int depth) {
        JsonNode config = json.path("config");
        if (isInput(json)) return input(shape(config), config, name(config));
        if (isModel(json)) return model(json, depth + 1);
        String name =
                name(config).orElseThrow(() -> new IllegalArgumentException("A layer has no name: " + brief(json)));
        LayerSpec spec;
        try {
            spec = table.read(withoutInputShape(json), LayerSpec.class);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Layer \"" + name + "\": " + e.getMessage(), e);
        }
        Layer layer = spec.named(name).dtype(Policies.read(config));
        if (config.path("trainable").isBoolean() && !config.get("trainable").asBoolean()) layer.setTrainable(false);
        return layer;
    }

    private static JsonNode withoutInputShape(JsonNode json) {
        if (!json.path("config").has("batch_input_shape")) return json;
        ObjectNode copy = json.deepCopy();
        ((ObjectNode) copy.get("config")).remove("batch_input_shape");
        return copy;
    }

    /** Whether this is a model and not a single layer. */
    static boolean isModel(JsonNode json) {
        return MODELS.contains(json.path("class_name").asText());
    }

    private static boolean isInput(JsonNode json) {
        return json.path("class_name").asText().equals("InputLayer");
    }

    private static JsonNode shape(JsonNode config) {
        return config.has("batch_shape") ? config.get("batch_shape") : config.path("batch_input_shape");
    }

    private static Input input(JsonNode shape, JsonNode config, Optional<String> name) {
        Check.that(shape.isArray() && !shape.isEmpty(), "An input needs a batch_shape, but has %s", brief(shape));
        Input input = new Input(sample(shape), dtype(config.path("dtype")));
        if (!shape.get(0).isNull()) input = input.batchSize(length(shape.get(0)));
        return name.isPresent() ? input.name(name.get()) : input;
    }

    private static DType dtype(JsonNode json) {
        String name = json.isObject() ? json.at("/config/name").asText() : json.asText();
        return switch (name) {
            case "", "null", "float16", "bfloat16", "float32", "mixed_bfloat16", "mixed_float16" -> DType.FLOAT32;
            case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "bool" -> DType.INT32;
            default -> DType.of(name);
        };
    }

    private static Shape sample(JsonNode shape) {
        List<Long> dims = new ArrayList<>();
        for (int i = 1; i < shape.size(); i++) {
            dims.add(shape.get(i).isNull() ? Shape.UNKNOWN : length(shape.get(i)));
        }
        return Shape.of(dims.stream().mapToLong(l -> l).toArray());
    }

    private static long length(JsonNode json) {
        Check.that(
                json.isIntegralNumber() && json.canConvertToInt() && json.intValue() >= 0,
                "A length must be a whole number or null, but is %s",
                brief(json));
        return json.longValue();
    }

    private static Optional<String> name(JsonNode config) {
        return Optional.ofNullable(config.path("name").textValue());
    }

    /** The beginning of what is there, for messages. */
    static String brief(JsonNode json) {
        String text = json.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
