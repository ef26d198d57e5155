package dev.sequential.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sequential.Model;
import dev.sequential.WithPolicy;
import dev.sequential.activations.ActivationFunction;
import dev.sequential.activations.Activations;
import dev.sequential.constraints.Constraint;
import dev.sequential.engine.Check;
import dev.sequential.engine.Shape;
import dev.sequential.layers.Lambda;
import dev.sequential.optimizers.Optimizer;
import dev.sequential.regularizers.Regularizer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Turns values into Keras's JSON. */
record KerasWriter(KerasConfig table) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    JsonNode write(Object value) {
        if (value == null || value == Regularizer.NONE || value == Constraint.NONE) return JSON.nullNode();
        if (value instanceof ActivationFunction f) return JSON.textNode(activation(f));
        if (value instanceof Integer i) return JSON.numberNode(i);
        if (value instanceof Long l) return JSON.numberNode(l);
        if (value instanceof Double d) return JSON.numberNode(d);
        if (value instanceof Boolean b) return JSON.booleanNode(b);
        if (value instanceof String || value instanceof Enum<?>) return JSON.textNode(value.toString());
        if (value instanceof Optional<?> o) return write(o.orElse(null));
        if (value instanceof OptionalInt o) return o.isPresent() ? write(o.getAsInt()) : JSON.nullNode();
        if (value instanceof OptionalLong o) return o.isPresent() ? write(o.getAsLong()) : JSON.nullNode();
        if (value instanceof OptionalDouble o) return o.isPresent() ? write(o.getAsDouble()) : JSON.nullNode();
        if (value instanceof Shape shape) return write(shape.toList());
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(item -> array.add(write(item)));
            return array;
        }
        if (value instanceof Model model) return new GraphWriter(table).write(model);
        if (value instanceof WithPolicy inside) {
            JsonNode layer = write(inside.spec());
            ((ObjectNode) layer.get("config")).set("dtype", Policies.write(inside.policy()));
            return layer;
        }
        if (value instanceof Lambda) throw KerasConfig.lambda();
        Check.that(value instanceof Record, "%s cannot be saved: only records can, a lambda cannot", value);
        return object((Record) value);
    }

    private ObjectNode object(Record value) {
        KerasConfig.Entry entry = table.entry(value);
        ObjectNode config = JSON.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String key = KerasNames.snake(component.getName());
            if (KerasNames.OF_CALLS.contains(key)) continue;
            JsonNode json = write(get(component, value));
            boolean none =
                    KerasNames.NULL_IF_NONE.contains(key) && json.asText().equals("none");
            boolean off = none || json.isNumber() && json.doubleValue() == 0 && KerasNames.NULL_IF_ZERO.contains(key);
            if (KerasNames.ONE_OR_LIST.contains(key) && json.isArray() && json.size() < 2)
                json = json.isEmpty() ? JSON.nullNode() : json.get(0);
            boolean empty = json.isArray() && json.isEmpty()
                    || json.isTextual() && json.textValue().isEmpty();
            off |= empty && KerasNames.NULL_IF_EMPTY.contains(key);
            if (KerasNames.NULL_IF_UNKNOWN.contains(key)) json = unknown(json);
            config.set(key, off ? JSON.nullNode() : json);
        }
        if (value instanceof Optimizer) {
            JsonNode schedule = config.remove("schedule");
            if (schedule != null && !schedule.isNull()) config.set("learning_rate", schedule);
        }
        if (table.isStandard(entry))
            return KerasConfig.object(KerasNames.module(value.getClass()), entry.className(), config);
        ObjectNode own = KerasConfig.object(null, entry.className(), config);
        own.put("registered_name", entry.className());
        return own;
    }

    private static JsonNode unknown(JsonNode lengths) {
        if (!lengths.isArray()) return lengths;
        ArrayNode array = JSON.arrayNode();
        lengths.forEach(n -> array.add(n.asLong() == Shape.UNKNOWN ? JSON.nullNode() : n));
        return array;
    }

    private static String activation(ActivationFunction function) {
        return Activations.nameOf(function)
                .orElseThrow(() -> new IllegalArgumentException("The activation " + function
                        + " cannot be saved: only functions with a name can. Make it a layer of its own."));
    }

    static Object get(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component.getName() + " of " + value, e);
        }
    }
}
