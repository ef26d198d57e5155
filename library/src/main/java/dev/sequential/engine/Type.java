package dev.sequential.engine;

/** What is known of a tensor before it has values: its shape and element type. */
public record Type(Shape shape, DType dtype) {
    public Type {
        Check.notNull(shape, "shape");
        Check.notNull(dtype, "dtype");
    }

    /** The same element type in another shape. */
    public Type with(Shape other) {
        return new Type(other, dtype);
    }

    /** Bytes all elements take. */
    public long bytes() {
        return Math.multiplyExact(shape.size(), dtype.bytes());
    }

    @Override
    public String toString() {
        return dtype + shape.toString();
    }
}
