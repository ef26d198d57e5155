package dev.sequential;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sequential.engine.Check;
import dev.sequential.saving.KerasConfig;
import java.util.Map;

/** Keras's configurations, maps with {@code class_name} and {@code config}, where a name or an object may stand. */
final class Configs {
    private Configs() {}

    /** Whether this is such a map. */
    static boolean is(Object given) {
        return given instanceof Map<?, ?> map && map.containsKey("class_name");
    }

    /** The optimizer, loss or metric that a map describes. */
    static <T> T read(Object config, Class<T> type) {
        Check.that(is(config), "A configuration must be a map with class_name and config, but received %s", config);
        return KerasConfig.standard().read(new ObjectMapper().valueToTree(config), type);
    }
}
