package dev.sequential.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.StringJoiner;

/** Prints records of many options by those that matter. */
public final class Settings {
    private Settings() {}

    /** A record as {@code Adam[learningRate=0.01, clipnorm=1.0]}: its first component, and those that differ from the defaults. */
    public static <T extends Record> String text(T value, T defaults) {
        StringJoiner text = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
        RecordComponent[] components = value.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            Object mine = get(component, value);
            if (component == components[0] || !mine.equals(get(component, defaults))) {
                Object shown = mine instanceof Optional<?> o && o.isPresent() ? o.get() : mine;
                text.add(component.getName() + "=" + shown);
            }
        }
        return text.toString();
    }

    private static Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component.getName(), e);
        }
    }
}
