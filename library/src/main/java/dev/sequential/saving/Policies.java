package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Policy;
import dev.sequential.Sequential;
import java.util.ArrayList;
import java.util.List;

/** The {@code dtype} of layers in files: a policy as an object or by its name. */
final class Policies {
    private static final String KEY = "dtype";

    /** Where the configurations of wrappers hold the layers inside. */
    private static final List<String> INSIDE = List.of("layer", "backward_layer", "cell", "cells");

    private Policies() {}

    /** As Keras 3 writes it. */
    static ObjectNode write(Policy policy) {
        ObjectNode config = JsonNodeFactory.instance.objectNode().put("name", policy.name());
        return KerasConfig.object("keras", "DTypePolicy", config);
    }

    /** Gives the layers inside a wrapper its policy unless they have their own; in Keras each has. */
    static void writeInside(JsonNode wrapper, Policy policy) {
        for (ObjectNode config : inside(wrapper)) {
            if (config.has(KEY)) continue;
            config.set(KEY, write(policy));
            writeInside(config, policy);
        }
    }

    /**
     * The policy of a layer: that of the layer inside if it wraps one, since the products are there. Without a policy it
     * is the session's, as in Keras; one that is not computed here, such as {@code mixed_float16}, becomes float32, which
     * is no less exact.
     */
    static Policy read(JsonNode config) {
        for (ObjectNode inner : inside(config)) {
            if (inner.hasNonNull(KEY)) return read(inner);
        }
        if (!config.hasNonNull(KEY)) return Sequential.dtypePolicy();
        JsonNode json = config.get(KEY);
        String name = json.isObject() ? json.at("/config/name").asText() : json.asText();
        return Policy.names().contains(name) ? Policy.of(name) : Policy.float32();
    }

    /** The configurations of the layers inside a wrapper; a model's layers have policies of their own. */
    private static List<ObjectNode> inside(JsonNode wrapper) {
        List<ObjectNode> configs = new ArrayList<>();
        for (String key : INSIDE) {
            JsonNode json = wrapper.path(key);
            for (JsonNode layer : json.isArray() ? json : List.of(json)) {
                if (!GraphReader.isModel(layer) && layer.path("config") instanceof ObjectNode config)
                    configs.add(config);
            }
        }
        return configs;
    }
}
