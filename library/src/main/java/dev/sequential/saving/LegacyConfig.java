package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sequential.losses.Losses;
import java.util.List;

/** How older files spell a configuration. */
final class LegacyConfig {
    private LegacyConfig() {}

    /** A model as older files hold it: models and layers without their modules. */
    static ObjectNode old(ObjectNode model) {
        ObjectNode bare = bare(model);
        for (JsonNode layer : bare.path("config").path("layers")) {
            boolean nested = layer.path("config").path("layers").isArray();
            if (nested) ((ObjectNode) layer).setAll(old((ObjectNode) layer));
            ((ObjectNode) layer).remove(List.of("module", "registered_name", "build_config"));
            if (layer.path("class_name").asText().equals("GroupQueryAttention")) {
                ((ObjectNode) layer)
                        .put("class_name", "GroupedQueryAttention"); // without a module Keras looks for its own name
            }
        }
        return bare;
    }

    /** An object without its module. */
    static ObjectNode bare(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove(List.of("module", "registered_name", "build_config", "compile_config"));
        return copy;
    }

    /** Losses by their long names where they have no options of their own: Keras finds only those in older files. */
    static ObjectNode names(ObjectNode compile) {
        compile.set("loss", named(compile.path("loss")));
        return compile;
    }

    private static JsonNode named(JsonNode json) {
        if (json instanceof ArrayNode array) {
            ArrayNode names = array.arrayNode();
            array.forEach(item -> names.add(named(item)));
            return names;
        }
        if (!(json instanceof ObjectNode object)) return json;
        if (!object.has("class_name")) {
            ObjectNode names = object.objectNode();
            object.properties().forEach(e -> names.set(e.getKey(), named(e.getValue())));
            return names;
        }
        String className = object.get("class_name").asText();
        boolean plain = Losses.has(className)
                && KerasConfig.standard().write(Losses.of(className)).equals(object);
        return plain ? TextNode.valueOf(KerasNames.className(className)) : object;
    }
}
