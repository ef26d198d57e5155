package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Model;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.constraints.Constraints;
import dev.sequential.engine.Check;
import dev.sequential.engine.Names;
import dev.sequential.engine.Shape;
import dev.sequential.initializers.Initializer;
import dev.sequential.initializers.Initializers;
import dev.sequential.losses.Loss;
import dev.sequential.losses.Losses;
import dev.sequential.metrics.Metric;
import dev.sequential.metrics.Metrics;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.optimizers.Optimizers;
import dev.sequential.regularizers.Regularizer;
import dev.sequential.regularizers.Regularizers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Turns Keras's JSON into values. */
record KerasReader(KerasConfig table) {
    /** What a plain name means where an object might stand. */
    private static final Map<Class<?>, Function<String, ?>> BY_NAME = Map.of(
            ActivationFunction.class, Activations::of,
            Initializer.class, Initializers::of,
            Regularizer.class, Regularizers::of,
            Constraint.class, Constraints::of,
            Loss.class, Losses::of,
            Metric.class, Metrics::of,
            Optimizer.class, Optimizers::of);

    /** What null means where an object might stand. */
    private static final Map<Class<?>, Object> ABSENT = Map.of(
            ActivationFunction.class, Activations.LINEAR,
            Regularizer.class, Regularizer.NONE,
            Constraint.class, Constraint.NONE);

    /** A value of one of the kinds that files hold. */
    Object read(JsonNode json, Class<?> type) {
        if (json == null || json.isNull()) return ABSENT.get(type);
        if (json.isTextual()) {
            Function<String, ?> names = BY_NAME.get(type);
            Check.that(
                    names != null,
                    "Expected an object for a %s, but received %s",
                    KerasConfig.kind(type),
                    GraphReader.brief(json));
            return names.apply(json.textValue());
        }
        Check.that(
                json.isObject() && json.path("class_name").isTextual(),
                "Expected a name or an object with class_name for a %s, but received %s",
                KerasConfig.kind(type),
                GraphReader.brief(json));
        if (type.isAssignableFrom(Model.class) && GraphReader.isModel(json)) return new GraphReader(table).read(json);
        if (json.get("class_name").textValue().equals("function")) return read(json.get("config"), type);
        KerasConfig.Entry entry = table.entry(json.get("class_name").textValue(), type);
        Provenance.check(json, table.isStandard(entry));
        JsonNode config = json.hasNonNull("config") ? json.get("config") : JsonNodeFactory.instance.objectNode();
        Check.that(
                config.isObject(),
                "The config of %s must be an object, but is %s",
                entry.className(),
                GraphReader.brief(config));
        Object value = record(entry, (ObjectNode) config);
        String name = config.path("name").asText("");
        boolean renamed = type == Metric.class && !name.isEmpty() && !name.equals(((Metric) value).name());
        return renamed ? Metric.of(name, (Metric) value) : value;
    }

    private Record record(KerasConfig.Entry entry, ObjectNode given) {
        RecordComponent[] components = entry.prototype().getClass().getRecordComponents();
        Map<String, RecordComponent> byKey = Arrays.stream(components)
                .collect(Collectors.toMap(c -> KerasNames.snake(c.getName()), c -> c, (a, b) -> a, LinkedHashMap::new));
        ObjectNode config = modern(entry.className(), given, entry.prototype() instanceof Optimizer);
        refuseUnknown(entry.className(), config, byKey);
        List<Object> values = new ArrayList<>();
        byKey.forEach((key, component) -> {
            Check.that(
                    config.has(key) || !entry.required().contains(key),
                    "%s needs \"%s\", which its config lacks",
                    entry.className(),
                    key);
            values.add(
                    config.has(key)
                            ? value(config.get(key), component.getGenericType(), entry.className() + "." + key)
                            : KerasWriter.get(component, entry.prototype()));
        });
        return construct(entry.prototype().getClass(), components, values);
    }

    /** The config with today's spellings; a schedule given as learning rate becomes the option of its own that it is here. */
    private static ObjectNode modern(String className, ObjectNode given, boolean optimizer) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        given.properties().forEach(p -> config.set(KerasNames.today(className, p.getKey()), p.getValue()));
        if (optimizer && config.has("lr") && !config.has("learning_rate")) {
            config.set("learning_rate", config.remove("lr"));
        }
        if (optimizer && config.path("learning_rate").isObject()) {
            config.set("schedule", config.remove("learning_rate"));
        }
        return config;
    }

    private static void refuseUnknown(String className, ObjectNode config, Map<String, RecordComponent> known) {
        for (Iterator<String> keys = config.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            boolean fine = known.containsKey(key)
                    || KerasNames.HARMLESS.contains(key)
                    || KerasNames.isUsual(key, config.get(key));
            if (!fine) throw Names.unknown("option of " + className, key, known.keySet());
        }
    }

    private Object value(JsonNode given, Type type, String what) {
        JsonNode json = given.path("class_name").asText().equals("__tensor__") ? given.at("/config/value") : given;
        if (type instanceof ParameterizedType p) {
            Type item = p.getActualTypeArguments()[0];
            if (p.getRawType() == Optional.class) {
                return json.isNull() ? Optional.empty() : Optional.of(value(json, item, what));
            }
            List<Object> items = new ArrayList<>();
            boolean path = what.endsWith(".vocabulary") && json.isTextual();
            Check.that(!path, "%s must be the words themselves; a file that it names is not read", what);
            if (json.isArray()) json.forEach(i -> items.add(value(i, item, what)));
            else if (!json.isNull()) items.add(value(json, item, what));
            return items;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == OptionalInt.class) {
            return json.isNull() ? OptionalInt.empty() : OptionalInt.of((int) whole(json, Integer.MAX_VALUE, what));
        }
        if (plain == OptionalLong.class) {
            return json.isNumber() ? OptionalLong.of(whole(json, Long.MAX_VALUE, what)) : OptionalLong.empty();
        }
        if (plain == OptionalDouble.class)
            return json.isNull() ? OptionalDouble.empty() : OptionalDouble.of(json.doubleValue());
        if (plain.isPrimitive() || Number.class.isAssignableFrom(plain) || plain == Boolean.class) {
            return primitive(json, plain, what);
        }
        if (plain == Shape.class) return shape(json, what);
        if (plain == String.class) {
            Check.that(json.isValueNode(), "%s must be a text, but received %s", what, GraphReader.brief(json));
            return json.isNull() ? "" : json.asText();
        }
        if (plain.isEnum()) return constant(json, plain, what);
        return read(json, plain);
    }

    private static Shape shape(JsonNode json, String what) {
        Check.that(json.isArray(), "%s must be a list of lengths, but received %s", what, GraphReader.brief(json));
        return Shape.of(StreamSupport.stream(json.spliterator(), false)
                .mapToLong(n -> n.isNull() ? Shape.UNKNOWN : whole(n, Integer.MAX_VALUE, what))
                .toArray());
    }

    private static Object primitive(JsonNode json, Class<?> type, String what) {
        boolean logical = type == boolean.class || type == Boolean.class;
        Check.that(
                json.isNull() || json.isNumber() || json.isBoolean(),
                "%s must be %s, but received %s",
                what,
                logical ? "true or false" : "a number",
                GraphReader.brief(json));
        if (logical) return json.asBoolean();
        if (type == int.class || type == Integer.class) return (int) whole(json, Integer.MAX_VALUE, what);
        if (type == long.class || type == Long.class) return whole(json, Long.MAX_VALUE, what);
        return json.isBoolean() ? (json.asBoolean() ? 1.0 : 0.0) : json.doubleValue();
    }

    /** A whole number between {@code -limit} and {@code limit}; Python's true is 1. */
    private static long whole(JsonNode json, long limit, String what) {
        if (json.isNull()) return 0;
        if (json.isBoolean()) return json.asBoolean() ? 1 : 0;
        boolean fits = json.isNumber()
                && json.canConvertToExactIntegral()
                && json.canConvertToLong()
                && Math.abs(json.longValue()) <= limit;
        Check.that(fits, "%s must be a whole number up to %d, but received %s", what, limit, GraphReader.brief(json));
        return json.longValue();
    }

    private static Object constant(JsonNode json, Class<?> type, String what) {
        String given = json.isNull() ? "none" : json.asText();
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(given)) return constant;
        }
        throw Names.unknown(
                what,
                given,
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }

    private static Record construct(Class<?> type, RecordComponent[] components, List<Object> values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("Cannot make " + type.getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type.getSimpleName(), e);
        }
    }
}
