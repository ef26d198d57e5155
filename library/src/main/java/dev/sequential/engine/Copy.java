package dev.sequential.engine;

import org.bytedeco.javacpp.Pointer;

/** The bytes of one place brought to another of the same type. */
public record Copy(Memory from, Memory to) implements Kernel {
    @Override
    public void run(long key) {
        Pointer.memcpy(to.pointer(), from.pointer(), from.type().bytes());
    }
}
