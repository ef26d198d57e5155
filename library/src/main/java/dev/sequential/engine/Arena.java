package dev.sequential.engine;

import org.bytedeco.javacpp.BytePointer;

/** Native memory in one piece, zero at first. */
public final class Arena implements AutoCloseable {
    private static final int ALIGNMENT = 64;

    private final BytePointer bytes;

    /** So many bytes. */
    public Arena(long size) {
        bytes = new BytePointer(Math.addExact(Math.max(size, 1), ALIGNMENT));
        bytes.zero();
    }

    /** Where it begins, a multiple of 64. */
    public long address() {
        return (bytes.address() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    long size() {
        return bytes.capacity();
    }

    @Override
    public void close() {
        bytes.deallocate();
    }
}
