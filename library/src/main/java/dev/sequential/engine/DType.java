package dev.sequential.engine;

import java.util.Arrays;

/** The element types the engine computes with; masks and comparisons are floats of value 0 or 1. */
public enum DType {
    FLOAT32(4),
    FLOAT64(8),
    INT32(4);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * The type of Keras's name.
     *
     * @throws IllegalArgumentException if the name is not known
     */
    public static DType of(String name) {
        return Arrays.stream(values())
                .filter(t -> t.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Names.unknown(
                        "dtype",
                        name,
                        Arrays.stream(values()).map(DType::toString).toList()));
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Whether gradients flow through tensors of this type. */
    public boolean isFloat() {
        return this != INT32;
    }

    /** Keras's name: {@code float32}, {@code float64} or {@code int32}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
