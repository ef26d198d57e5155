package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Compile;
import dev.sequential.CompileBuilder;
import dev.sequential.data.Each;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.training.Auto;
import dev.sequential.training.NamedMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What {@code compile} chose, as Keras writes it. */
record CompileConfig(KerasConfig table) {
    /** An option of Keras 2 that Keras 3 does not know. */
    static final String SAMPLE_WEIGHT_MODE = "sample_weight_mode";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode write(Compile compile) {
        ObjectNode json = JSON.objectNode();
        json.set("optimizer", part("optimizer", compile.optimizer(), table::write));
        json.set("loss", each(compile.loss(), loss -> part("loss", loss, this::loss)));
        json.set("loss_weights", each(compile.lossWeights(), JSON::numberNode));
        json.set("metrics", each(compile.metrics(), this::metrics));
        json.set("weighted_metrics", each(compile.weightedMetrics(), this::metrics));
        json.set(SAMPLE_WEIGHT_MODE, each(compile.sampleWeightMode(), JSON::textNode));
        json.put("run_eagerly", false);
        json.put("steps_per_execution", 1);
        json.put("jit_compile", "auto"); // as Keras compiles by default
        return json;
    }

    private static <T> JsonNode part(String what, T value, Function<T, JsonNode> write) {
        try {
            return write.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The " + what + " that the model is compiled with cannot be saved. " + e.getMessage()
                            + " Compile with a known one before, or use saveWeights.",
                    e);
        }
    }

    private static <T> JsonNode each(Optional<Each<T>> given, Function<T, JsonNode> write) {
        if (given.isEmpty()) return JSON.nullNode();
        if (given.get() instanceof Each.All<T> all) return write.apply(all.value());
        if (given.get() instanceof Each.Ordered<T> ordered) {
            ArrayNode array = JSON.arrayNode();
            ordered.values().forEach(v -> array.add(v == null ? JSON.nullNode() : write.apply(v)));
            return array;
        }
        ObjectNode object = JSON.objectNode();
        ((Each.Named<T>) given.get())
                .values()
                .forEach((name, v) -> object.set(name, v == null ? JSON.nullNode() : write.apply(v)));
        return object;
    }

    private JsonNode loss(Loss loss) {
        return loss == Auto.CROSSENTROPY ? JSON.textNode("crossentropy") : table.write(loss);
    }

    private JsonNode metrics(List<NamedMetric> metrics) {
        ArrayNode array = JSON.arrayNode();
        for (NamedMetric metric : metrics) array.add(part("metric", metric, this::metric));
        return array;
    }

    private JsonNode metric(NamedMetric metric) {
        boolean byName = metric.metric() instanceof Auto
                || Metrics.has(metric.name()) && metric.metric().equals(Metrics.of(metric.name()));
        return byName ? JSON.textNode(metric.name()) : table.writeMetric(metric.metric());
    }

    /** Sets the options of a builder; an optimizer that is not there leaves the model uncompiled. */
    boolean read(JsonNode json, CompileBuilder c) {
        if (!json.hasNonNull("optimizer")) return false;
        if (json.get("optimizer").isTextual()) c.optimizer(json.get("optimizer").asText());
        else c.optimizer(table.read(json.get("optimizer"), Optimizer.class));
        give(json.path("loss"), this::readLoss, c::loss, c::loss, one -> {
            if (one instanceof Loss loss) c.loss(loss);
            else c.loss((String) one);
        });
        give(json.path("metrics"), this::readMetric, c::metrics, c::metrics, one -> c.metrics(List.of(one)));
        give(
                json.path("weighted_metrics"),
                this::readMetric,
                c::weightedMetrics,
                c::weightedMetrics,
                one -> c.weightedMetrics(List.of(one)));
        JsonNode weights = json.path("loss_weights");
        if (weights.isArray()) c.lossWeights(doubles(weights));
        if (weights.isNumber()) c.lossWeights(weights.doubleValue());
        if (weights.isObject()) {
            Map<String, Double> named = new LinkedHashMap<>();
            weights.properties().forEach(e -> named.put(e.getKey(), e.getValue().doubleValue()));
            c.lossWeights(named);
        }
        readSampleWeightMode(json.path(SAMPLE_WEIGHT_MODE), c);
        return true;
    }

    private static void readSampleWeightMode(JsonNode mode, CompileBuilder c) {
        if (mode.isTextual()) c.sampleWeightMode(mode.textValue());
        if (mode.isArray()) {
            List<String> modes = new ArrayList<>();
            mode.forEach(m -> modes.add(m.textValue()));
            c.sampleWeightMode(modes);
        }
        if (mode.isObject()) {
            Map<String, String> named = new LinkedHashMap<>();
            mode.properties().forEach(e -> named.put(e.getKey(), e.getValue().textValue()));
            c.sampleWeightMode(named);
        }
    }

    private static List<Double> doubles(JsonNode array) {
        List<Double> values = new ArrayList<>();
        array.forEach(v -> values.add(v.isNull() ? 1.0 : v.doubleValue()));
        return values;
    }

    private Object readLoss(JsonNode json) {
        boolean named = json.isTextual() && (Losses.has(json.asText()) || Auto.loss(json.asText()) != null);
        return named ? json.asText() : table.read(json, Loss.class);
    }

    private Object readMetric(JsonNode json) {
        return json.isTextual() ? json.asText() : table.read(json, Metric.class);
    }

    private static void give(
            JsonNode given,
            Function<JsonNode, ?> item,
            Consumer<List<?>> list,
            Consumer<Map<String, ?>> map,
            Consumer<Object> single) {
        if (given.isNull() || given.isMissingNode()) return;
        if (given.isArray()) list.accept(items(given, item));
        else if (given.isObject() && !given.has("class_name")) {
            Map<String, Object> named = new LinkedHashMap<>();
            given.properties().forEach(e -> named.put(e.getKey(), value(e.getValue(), item)));
            map.accept(named);
        } else single.accept(item.apply(given));
    }

    private static Object value(JsonNode json, Function<JsonNode, ?> item) {
        if (json.isNull()) return null;
        return json.isArray() ? items(json, item) : item.apply(json);
    }

    private static List<Object> items(JsonNode array, Function<JsonNode, ?> item) {
        List<Object> items = new ArrayList<>();
        array.forEach(e -> items.add(value(e, item)));
        return items;
    }
}
