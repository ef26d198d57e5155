package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sequential.metrics.Metrics;
import java.util.Set;

/** Today's spelling of what Keras 2 and tf.keras wrote into their files. */
final class Keras2Config {
    /** Options that choose how something is computed, but not what. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("fused", "virtual_batch_size", "is_legacy_optimizer", "jit_compile");

    private Keras2Config() {}

    /** The configuration in today's spelling; it may be changed itself. */
    static JsonNode modern(JsonNode json) {
        if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) array.set(i, modern(array.get(i)));
        } else if (json instanceof ObjectNode object) {
            object.properties().forEach(e -> e.setValue(modern(e.getValue())));
            if (object.path("config") instanceof ObjectNode config) {
                String className = object.path("class_name").asText();
                options(className, config);
                if (className.equals("MeanMetricWrapper") && config.path("fn").isTextual()) return metric(config);
            }
        }
        return json;
    }

    private static void options(String className, ObjectNode config) {
        config.remove(WITHOUT_EFFECT);
        if (!config.path("time_major").asBoolean()) config.remove("time_major");
        if (config.path("distribution").asText().equals("normal")) config.put("distribution", "truncated_normal");
        if (config.path("reduction").asText().equals("auto")) config.put("reduction", "sum_over_batch_size");
        if (config.path("decay").isNumber()) decay(config);
        // tf.keras derived these layers from Conv and let them inherit options that they do not use.
        boolean separable = className.startsWith("Separable");
        if (separable) config.remove(Set.of("kernel_initializer", "kernel_regularizer", "kernel_constraint"));
        if (separable || className.startsWith("Depthwise")) config.remove("groups");
        if (className.equals("BatchNormalization") && config.path("axis").size() == 1)
            config.set("axis", config.get("axis").get(0));
    }

    /** An optimizer whose learning rate falls with the number of updates: today that is a schedule. */
    private static void decay(ObjectNode config) {
        double decay = config.remove("decay").doubleValue();
        String key = config.has("lr") ? "lr" : "learning_rate";
        if (decay == 0 || !config.path(key).isNumber()) return;
        ObjectNode schedule = config.objectNode();
        schedule.put("class_name", "InverseTimeDecay");
        schedule.putObject("config")
                .put("initial_learning_rate", config.remove(key).doubleValue())
                .put("decay_steps", 1)
                .put("decay_rate", decay);
        config.set("learning_rate", schedule);
    }

    /** A metric that wraps a function, under its own name: the class of today that does. */
    private static JsonNode metric(ObjectNode wrapper) {
        String function = wrapper.get("fn").asText();
        if (!Metrics.has(function)) return TextNode.valueOf(function);
        JsonNode metric = KerasConfig.standard().writeMetric(Metrics.of(function));
        if (wrapper.path("name").isTextual()) ((ObjectNode) metric.get("config")).set("name", wrapper.get("name"));
        return metric;
    }
}
