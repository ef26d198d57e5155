package dev.sequential.jupyter;

import java.lang.reflect.Field;

/** Private fields of kernels. */
final class Insides {
    private Insides() {}

    static Field field(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    static Object get(Object owner, String name) throws ReflectiveOperationException {
        return field(owner, name).get(owner);
    }
}
