package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.engine.Check;
import java.util.Set;

/** Where an object in a file says that its class comes from. Classes are looked up by name alone; what claims to be another is refused. */
final class Provenance {
    private static final Set<String> PACKAGES = Set.of("keras", "tensorflow", "tf_keras");

    private Provenance() {}

    /** {@code standard} is whether the class found is one of Keras's own, not one that the caller registered. */
    static void check(JsonNode json, boolean standard) {
        if (!standard) return;
        String className = json.path("class_name").asText();
        String module = json.path("module").asText("");
        String root = module.split("\\.", 2)[0];
        Check.that(
                module.isEmpty() || module.equals("null") || PACKAGES.contains(root),
                "\"%s\" of the module %s is not Keras's. Register your own with KerasConfig.with.",
                className,
                GraphReader.brief(json.path("module")));
        String registered = json.path("registered_name").asText("");
        String own = registered.startsWith("keras>") ? registered.substring("keras>".length()) : registered;
        Check.that(
                own.isEmpty() || own.equals("null") || own.equals(className),
                "\"%s\" is registered as %s, which is not Keras's. Register your own with KerasConfig.with.",
                className,
                GraphReader.brief(json.path("registered_name")));
    }
}
