package dev.sequential.jupyter;

import java.lang.reflect.Field;

/** Private fields of kernels and of JShell. */
final class Insides {
    private Insides() {}

    static Field field(Object owner, String name) throws NoSuchFieldException {
        return field(owner.getClass(), name);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** The value of a field, or null where there is none of this name and type. */
    static <T> T find(Object owner, String name, Class<T> type) {
        try {
            return type.cast(get(owner, name));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    static Object get(Object owner, String name) throws ReflectiveOperationException {
        return field(owner, name).get(owner);
    }

    /** The value of a static field. */
    static Object constant(Class<?> type, String name) throws ReflectiveOperationException {
        return field(type, name).get(null);
    }
}
