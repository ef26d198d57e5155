package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sequential.engine.Names;
import java.util.Locale;
import java.util.Map;
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
            "input_length",
            "implementation",
            "use_cudnn",
            "vocabulary_size");

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
    static final Set<String> ONE_OR_LIST = Set.of(
            "axis", "axes", "attention_axes", "shared_axes", "scale", "offset", "mean", "variance", "fill_value");

    /** Options that are null where there is nothing in the list. */
    static final Set<String> NULL_IF_EMPTY = Set.of("bin_boundaries", "vocabulary", "idf_weights", "salt", "bias_axes");

    /** Options that are shapes with a length for each axis, which is null where it is not known. */
    static final Set<String> NULL_IF_UNKNOWN = Set.of("noise_shape", "output_shape");

    /** Options of a call of a layer, which are not part of the layer's config. */
    static final Set<String> OF_CALLS = Set.of("use_causal_mask", "return_attention_scores", "reverse");

    /** Options this library does not have, and what they are as long as nobody asks for them. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("data_format", "channels_last"),
            Map.entry("synchronized", "false"),
            Map.entry("renorm", "false"),
            Map.entry("renorm_momentum", "0.99"),
            Map.entry("rms_scaling", "false"),
            Map.entry("use_gate", "false"),
            Map.entry("sparse", "false"),
            Map.entry("ragged", "false"),
            Map.entry("invert", "false"),
            Map.entry("oov_method", "floormod"),
            Map.entry("encoding", "utf-8"),
            Map.entry("output_mode", "int"),
            Map.entry("vocabulary_dtype", "int64"));

    /** How the projections of attention layers are called in files. */
    private static final Map<String, String> PROJECTIONS = Map.of(
            "query/", "query_dense/",
            "key/", "key_dense/",
            "value/", "value_dense/",
            "attention_output/", "output_dense/");

    private KerasNames() {}

    /** Whether an option this library does not have is left as it is here anyway. */
    static boolean isUsual(String key, JsonNode value) {
        return value.isNull() || value.asText().equals(USUAL.get(key));
    }

    /** Today's name of an option that older Keras versions called otherwise. */
    static String today(String className, String key) {
        if (className.equals("LeakyReLU") && key.equals("alpha")) return "negative_slope";
        return key;
    }

    /** {@code kernelInitializer → kernel_initializer}, {@code beta1 → beta_1}, {@code l1 → l1}. */
    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("([A-Za-z]{2,})([0-9])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** A class's name in snake_case as in automatic names and files: {@code Conv2D → conv2d}, {@code PReLU → p_re_lu}. */
    static String className(String camel) {
        // Keras's class has another name inside
        return camel.equals("GroupQueryAttention") ? "grouped_query_attention" : Names.snake(camel);
    }

    /** Whether a class's constructor takes {@code trainable}; Keras refuses options that a constructor does not have. */
    static boolean takesTrainable(String className) {
        return !className.startsWith("SpatialDropout") && !className.equals("Discretization");
    }

    /** Where files keep the weights that a layer of this class keeps under a prefix such as {@code query/}. */
    static String folder(String className, String prefix) {
        return switch (className) {
            case "MultiHeadAttention" -> PROJECTIONS.getOrDefault(prefix, prefix);
            case "GroupQueryAttention" -> PROJECTIONS.containsKey(prefix) ? "_" + PROJECTIONS.get(prefix) : prefix;
            default -> prefix;
        };
    }

    /** Keras's module of a record: its package under {@code keras}. */
    static String module(Class<?> type) {
        String part = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return part.equals("schedules") ? "keras.optimizers.schedules" : "keras." + part;
    }
}
