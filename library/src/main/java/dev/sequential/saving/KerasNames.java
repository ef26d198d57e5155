package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** How Keras spells things in its files. */
final class KerasNames {
    /** Keys that say nothing about what is computed. */
    static final Set<String> HARMLESS = Set.of(
            "name",
            "dtype",
            "module",
            "registered_name",
            "build_config",
            "compile_config",
            "quantization_config",
            "shared_object_id",
            "trainable",
            "implementation",
            "use_cudnn");

    /** Options whose number 0 Keras writes as null. */
    static final Set<String> NULL_IF_ZERO = Set.of(
            "clipnorm",
            "clipvalue",
            "global_clipnorm",
            "weight_decay",
            "ema_overwrite_frequency",
            "loss_scale_factor",
            "gradient_accumulation_steps");

    /** Options whose choice "none" Keras writes as null. */
    static final Set<String> NULL_IF_NONE = Set.of("average", "class_aggregation", "merge_mode");

    /** Options that are a number, null or, if there are several, a list. */
    static final Set<String> ONE_OR_LIST = Set.of("axis", "axes", "scale", "offset", "mean", "variance");

    private KerasNames() {}

    /** Whether an option this library does not have is left as it is here anyway: not given, or channels last. */
    static boolean isUsual(String key, JsonNode value) {
        return value.isNull() || key.equals("data_format") && value.asText().equals("channels_last");
    }

    /** {@code kernelInitializer → kernel_initializer}, {@code beta1 → beta_1}, {@code l1 → l1}. */
    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("([A-Za-z]{2,})([0-9])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** Keras's module of a record: its package under {@code keras}. */
    static String module(Class<?> type) {
        String part = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return part.equals("schedules") ? "keras.optimizers.schedules" : "keras." + part;
    }
}
