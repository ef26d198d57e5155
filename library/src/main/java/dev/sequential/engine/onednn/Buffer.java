package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;

import dev.sequential.engine.Kernel;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.javacpp.BytePointer;

/** Memory between primitives, of a layout that only they know; closed with them. */
record Buffer(BytePointer pointer) implements Kernel {
    static Buffer of(dnnl_memory_desc descriptor) {
        return new Buffer(new BytePointer(Math.max(1, dnnl_memory_desc_get_size(descriptor))));
    }

    /** Nothing to do. */
    @Override
    public void run(long key) {}

    @Override
    public void close() {
        pointer.deallocate();
    }

    @Override
    public String toString() {
        return pointer.capacity() + " bytes between";
    }
}
