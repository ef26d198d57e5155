package dev.sequential.engine.loops;

import java.lang.reflect.Field;
import java.util.Arrays;
import sun.misc.Unsafe;

/**
 * Reads and writes native memory in words of four bytes, float or int alike. The one place that uses {@link Unsafe}: its
 * copies take a third of the time of buffers, which matters for tensors of a dozen elements. Nothing is checked; kernels
 * pass addresses within their {@link dev.sequential.engine.Memory}.
 */
public final class Native {
    private static final Unsafe UNSAFE = unsafe();
    private static final long BASE = Unsafe.ARRAY_FLOAT_BASE_OFFSET;
    private static final int WORD = 4;

    private Native() {}

    /** Copies {@code count} words to the start of a {@code float[]} or {@code int[]}. */
    public static void load(long address, Object array, int count) {
        UNSAFE.copyMemory(null, address, array, BASE, (long) count * WORD);
    }

    /** Copies {@code count} words into a {@code float[]} or {@code int[]} from place {@code at}. */
    public static void load(long address, Object array, int at, int count) {
        UNSAFE.copyMemory(null, address, array, BASE + (long) at * WORD, (long) count * WORD);
    }

    /** Copies the first {@code count} words of a {@code float[]} or {@code int[]} out. */
    public static void store(Object array, long address, int count) {
        UNSAFE.copyMemory(array, BASE, null, address, (long) count * WORD);
    }

    /** Copies {@code count} words of a {@code float[]} or {@code int[]} out from place {@code at}. */
    public static void store(Object array, int at, long address, int count) {
        UNSAFE.copyMemory(array, BASE + (long) at * WORD, null, address, (long) count * WORD);
    }

    /** Copies words from place to place. */
    public static void copy(long from, long to, long count) {
        UNSAFE.copyMemory(from, to, count * WORD);
    }

    /** Writes zeros. */
    public static void clear(long address, long count) {
        UNSAFE.setMemory(address, count * WORD, (byte) 0);
    }

    /** Copies the bits of integers into floats. */
    static void reinterpret(int[] from, float[] to, int count) {
        UNSAFE.copyMemory(from, BASE, to, BASE, (long) count * WORD);
    }

    /** Copies the bits of floats into integers. */
    static void reinterpret(float[] from, int[] to, int count) {
        UNSAFE.copyMemory(from, BASE, to, BASE, (long) count * WORD);
    }

    /** One word into an array. */
    static void loadWord(long address, Object array, int at) {
        UNSAFE.putInt(array, BASE + (long) at * WORD, UNSAFE.getInt(address));
    }

    /** One word into {@code count} places of a {@code float[]} or {@code int[]}. */
    static void fill(long address, Object array, int at, int count) {
        if (array instanceof float[] f) Arrays.fill(f, at, at + count, UNSAFE.getFloat(address));
        else Arrays.fill((int[]) array, at, at + count, UNSAFE.getInt(address));
    }

    static void copyWord(long from, long to) {
        UNSAFE.putInt(to, UNSAFE.getInt(from));
    }

    static int getInt(long address) {
        return UNSAFE.getInt(address);
    }

    static void putInt(long address, int value) {
        UNSAFE.putInt(address, value);
    }

    static float getFloat(long address) {
        return UNSAFE.getFloat(address);
    }

    static void putFloat(long address, float value) {
        UNSAFE.putFloat(address, value);
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
