package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.LayerSpec;
import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import dev.sequential.losses.Loss;
import dev.sequential.metrics.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keras's JSON form of records: {@code {"module", "class_name", "config", "registered_name"}}, the config being the
 * record's components in snake_case. Class names are looked up in a table of known records and never become Java classes
 * of that name; what is not in the table is refused.
 *
 * <pre>{@code
 * JsonNode json = KerasConfig.standard().write(Adam.of(0.01));
 * Optimizer adam = KerasConfig.standard().read(json, Optimizer.class);
 * KerasConfig mine = KerasConfig.standard().with(new MyLoss(0.5));   // restores "MyLoss" from files too
 * }</pre>
 */
public final class KerasConfig {
    private static final KerasConfig STANDARD = new KerasConfig(StandardTypes.all());

    /**
     * A record that may occur in files.
     *
     * @param className Keras's name of its class
     * @param prototype a record whose components stand for options that a file leaves out
     * @param required options that a file must give
     */
    record Entry(String className, Record prototype, Set<String> required) {}

    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<Class<?>, Entry> byType = new HashMap<>();

    KerasConfig(List<Entry> entries) {
        for (Entry entry : entries) {
            byName.computeIfAbsent(entry.className(), n -> new ArrayList<>()).add(entry);
            byType.putIfAbsent(entry.prototype().getClass(), entry);
        }
    }

    /** The table of everything this library shares with Keras. */
    public static KerasConfig standard() {
        return STANDARD;
    }

    /** This table and one more record, known by its simple class name; options that a file leaves out are the given record's. */
    public KerasConfig with(Record prototype) {
        return with(prototype.getClass().getSimpleName(), prototype);
    }

    /** This table and one more record, known by a name of your choice. */
    public KerasConfig with(String className, Record prototype) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry(className, prototype, Set.of())));
        byName.values().forEach(entries::addAll);
        return new KerasConfig(entries);
    }

    /**
     * The JSON form: an object, a name (activations) or null (no regularizer or constraint).
     *
     * @throws IllegalArgumentException if the value, or one inside it, is a lambda or a record that is not in the table
     */
    public JsonNode write(Object value) {
        return new KerasWriter(this).write(value);
    }

    /**
     * The JSON form of a metric. A loss used as a metric is written as Keras's metric of the same name.
     *
     * @throws IllegalArgumentException as {@link #write}
     */
    public JsonNode writeMetric(Metric metric) {
        JsonNode json = write(metric);
        if (metric instanceof Loss && json instanceof ObjectNode object) {
            object.put("module", "keras.metrics");
            ((ObjectNode) object.get("config")).remove("reduction");
        }
        return json;
    }

    /**
     * The value of a JSON form.
     *
     * @param json an object with {@code class_name} and {@code config}, a name or null
     * @param type what is expected: {@code Optimizer.class}, {@code Initializer.class} and so on
     * @throws IllegalArgumentException if a class or an option is not known, or a value is not valid
     */
    public <T> T read(JsonNode json, Class<T> type) {
        return type.cast(new KerasReader(this).read(json, type));
    }

    /** The entry of a class name that gives something of this type. */
    Entry entry(String className, Class<?> type) {
        for (Entry entry : byName.getOrDefault(className, List.of())) {
            if (type.isInstance(entry.prototype())) return entry;
        }
        if (className.equals("Lambda")) throw lambda();
        Check.that(
                type != LayerSpec.class || !ofStrings(className),
                "%s takes strings or large integers, which tensors do not hold, so it cannot be inside a model here. Read it"
                        + " by itself and give the model what its encode(…) makes.",
                className);
        throw Names.unknown(kind(type), className, names(type));
    }

    /** Whether a name is of a layer that comes before a model, not in it. */
    private boolean ofStrings(String className) {
        return byName.getOrDefault(className, List.of()).stream()
                .anyMatch(e -> KerasNames.module(e.prototype().getClass()).equals("keras.layers"));
    }

    /** Whether an entry is one of those that this library shares with Keras. */
    boolean isStandard(Entry entry) {
        return STANDARD.byName.getOrDefault(entry.className(), List.of()).contains(entry);
    }

    /** The entry of a record. */
    Entry entry(Record value) {
        Entry entry = byType.get(value.getClass());
        Check.that(
                entry != null,
                "%s cannot be saved: its class is not known. Register it with KerasConfig.with(%s).",
                value,
                value.getClass().getSimpleName());
        return entry;
    }

    /** The refusal of code in files. */
    static UnsupportedOperationException lambda() {
        return new UnsupportedOperationException(
                "A Lambda is code, which is neither saved nor restored from a file. Make it"
                        + " a record that implements LayerSpec and register it with KerasConfig.with.");
    }

    /** The class names in this table that give something of a type, such as {@code LayerSpec.class}. */
    public List<String> names(Class<?> type) {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(e -> type.isInstance(e.prototype()))
                .map(Entry::className)
                .distinct()
                .sorted()
                .toList();
    }

    static String kind(Class<?> type) {
        return KerasNames.snake(type.getSimpleName()).replace('_', ' ');
    }

    /** The envelope around a config. */
    static ObjectNode object(String module, String className, ObjectNode config) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("module", module);
        object.put("class_name", className);
        object.set("config", config);
        object.putNull("registered_name");
        return object;
    }
}
