package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.LayerSpec;
import dev.sequential.Model;
import dev.sequential.engine.Binary;
import dev.sequential.engine.Check;
import dev.sequential.engine.Tensor;
import dev.sequential.engine.Unary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the graph of a functional model: from its outputs back, each call once. */
final class FunctionalReader {
    private static final int MAX_DEPTH = 2_000;

    /** One of a part's calls. */
    private record Call(String name, int node) {}

    private final Function<JsonNode, LayerSpec> layers;
    private final JsonNode config;
    private final Map<String, JsonNode> parts = new LinkedHashMap<>();
    private final Map<String, LayerSpec> specs = new HashMap<>();
    private final Map<Call, List<Tensor>> made = new HashMap<>();

    /** {@code layers} makes one layer of its JSON. */
    FunctionalReader(Function<JsonNode, LayerSpec> layers, JsonNode config) {
        this.layers = layers;
        this.config = config;
        Check.that(config.path("layers").isArray(), "A functional model needs \"layers\"");
        for (JsonNode part : config.get("layers")) {
            String name = part.has("name")
                    ? part.get("name").asText()
                    : part.at("/config/name").asText();
            Check.that(parts.put(name, part) == null, "Two layers are named \"%s\"", name);
        }
    }

    Model model() {
        List<Tensor> inputs = ends("input_layers");
        List<Tensor> outputs = ends("output_layers");
        Model model = Model.of(config.path("name").asText("functional"), inputs, outputs);
        if (config.path("trainable").isBoolean() && !config.get("trainable").asBoolean()) model.setTrainable(false);
        return model;
    }

    /** One {@code [name, node, tensor]} or a list of such. */
    private List<Tensor> ends(String key) {
        JsonNode json = config.path(key);
        Check.that(json.isArray() && !json.isEmpty(), "A functional model needs \"%s\"", key);
        if (json.get(0).isTextual()) return List.of(tensor(json, 0));
        List<Tensor> all = new ArrayList<>();
        json.forEach(end -> all.add(tensor(end, 0)));
        return all;
    }

    private Tensor tensor(JsonNode history, int depth) {
        Check.that(
                history.isArray()
                        && history.size() >= 3
                        && history.get(0).isTextual()
                        && history.get(1).isInt()
                        && history.get(2).isInt(),
                "Expected [layer, node, tensor], but received %s",
                GraphReader.brief(history));
        Check.that(depth < MAX_DEPTH, "The graph is more than %d layers deep", MAX_DEPTH);
        Call call = new Call(history.get(0).asText(), history.get(1).asInt());
        if (!made.containsKey(call)) {
            made.put(call, List.of()); // a call that needs itself finds nothing
            made.put(call, results(call, depth));
        }
        List<Tensor> results = made.get(call);
        int index = history.get(2).asInt();
        Check.that(
                index >= 0 && index < results.size(),
                "Layer \"%s\" has no tensor %d at its call %d, or depends on itself",
                call.name(),
                index,
                call.node());
        return results.get(index);
    }

    private List<Tensor> results(Call call, int depth) {
        JsonNode part = parts.get(call.name());
        Check.that(part != null, "There is no layer \"%s\"", call.name());
        JsonNode calls = part.path("inbound_nodes");
        if (calls.isEmpty()) {
            LayerSpec spec = specs.computeIfAbsent(call.name(), n -> layers.apply(part));
            Check.that(spec instanceof Input && call.node() == 0, "Layer \"%s\" is never called", call.name());
            return List.of(((Input) spec).tensor());
        }
        JsonNode json = calls.get(call.node());
        Check.that(
                json != null,
                "Layer \"%s\" is called %d times; call %d is missing",
                call.name(),
                calls.size(),
                call.node());
        if (isArithmetic(part, json)) return List.of(arithmetic(part, json, depth));
        List<Tensor> inputs = new ArrayList<>();
        collect(json.isArray() ? json : json.path("args"), inputs, depth);
        json.path("kwargs").properties().forEach(argument -> {
            if (!KerasCalls.isMask(argument.getKey())) collect(argument.getValue(), inputs, depth);
        });
        JsonNode mask = json.path("kwargs").path(KerasCalls.ATTENTION_MASK);
        if (mask.isObject()) {
            if (inputs.size() == 2) inputs.add(inputs.get(1)); // the keys are the values
            collect(mask, inputs, depth);
        }
        LayerSpec spec = specs.computeIfAbsent(call.name(), n -> Layer.of(layers.apply(part)));
        return withOptions(spec, part, json.path("kwargs")).applyAll(inputs.toArray(Tensor[]::new));
    }

    /** The layer with the options that Keras takes at a call and that are part of the record here. */
    private LayerSpec withOptions(LayerSpec spec, JsonNode part, JsonNode kwargs) {
        ObjectNode given = part.deepCopy();
        ObjectNode config = given.withObject("config");
        boolean any = false;
        for (String option : KerasNames.OF_CALLS) {
            if (!kwargs.path(option).asBoolean()) continue;
            config.put(option, true);
            any = true;
        }
        return any ? ((Layer) spec).called(Layer.of(layers.apply(given)).spec()) : spec;
    }

    /** Older files have no modules; there a layer such as Add has one argument, a list, and the operation Add has two. */
    private static boolean isArithmetic(JsonNode part, JsonNode call) {
        String module = part.path("module").asText();
        boolean pair = KerasCalls.arithmetic(part.path("class_name").asText()).isPresent()
                && call.path("args").size() == 2;
        return module.startsWith("keras.src.ops") || module.isEmpty() && pair;
    }

    /** Gathers the tensors among arguments, in Keras 3's form or the older {@code [name, node, tensor, {…}]}. */
    private void collect(JsonNode json, List<Tensor> to, int depth) {
        if (json.path("class_name").asText().equals("__keras_tensor__")) {
            to.add(tensor(json.at("/config/keras_history"), depth + 1));
        } else if (json.isArray()
                && json.size() >= 3
                && json.get(0).isTextual()
                && json.get(1).isInt()) {
            to.add(tensor(json, depth + 1));
        } else if (json.isArray()) {
            json.forEach(item -> collect(item, to, depth));
        }
    }

    private Tensor arithmetic(JsonNode part, JsonNode call, int depth) {
        String name = part.path("class_name").asText();
        JsonNode args = call.path("args");
        Binary.Kind kind = KerasCalls.arithmetic(name).orElse(null);
        Check.that(
                kind != null && args.size() == 2,
                "The operation \"%s\" (%s) between layers is not known; known are %s",
                part.path("name").asText(),
                name,
                KerasCalls.arithmeticNames());
        if (args.get(1).isNumber())
            return withNumber(kind, single(args.get(0), depth), args.get(1).doubleValue());
        if (args.get(0).isNumber()) return numberWith(kind, args.get(0).doubleValue(), single(args.get(1), depth));
        return Tensor.of(new Binary(kind), single(args.get(0), depth), single(args.get(1), depth));
    }

    private Tensor single(JsonNode json, int depth) {
        List<Tensor> tensors = new ArrayList<>();
        collect(json, tensors, depth);
        Check.that(tensors.size() == 1, "Expected a tensor, but received %s", GraphReader.brief(json));
        return tensors.get(0);
    }

    private static Tensor withNumber(Binary.Kind kind, Tensor x, double number) {
        return switch (kind) {
            case ADD -> Tensor.of(new Unary(Unary.Kind.AFFINE, 1, number), x);
            case SUBTRACT -> Tensor.of(new Unary(Unary.Kind.AFFINE, 1, -number), x);
            case MULTIPLY -> Tensor.of(new Unary(Unary.Kind.AFFINE, number, 0), x);
            case DIVIDE -> Tensor.of(new Unary(Unary.Kind.AFFINE, 1 / number, 0), x);
            case MAXIMUM -> x.maximum(number);
            default -> x.minimum(number);
        };
    }

    private static Tensor numberWith(Binary.Kind kind, double number, Tensor x) {
        return switch (kind) {
            case SUBTRACT -> x.from(number);
            case DIVIDE -> x.reciprocal().times(number);
            default -> withNumber(kind, x, number);
        };
    }
}
