package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.loops.Threads;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A oneDNN primitive bound to its memory; a run is one native call. It holds whatever it is given, strongly. */
final class Primitive implements Kernel {
    /** One operand or result: oneDNN's number for it, what it looks like, where it is and what keeps it there. */
    record Argument(int id, dnnl_memory_desc descriptor, Pointer pointer, Object owner) {
        Argument(int id, dnnl_memory_desc descriptor, Memory memory) {
            this(id, descriptor, memory.pointer(), memory);
        }

        Argument(int id, dnnl_memory_desc descriptor, Buffer buffer) {
            this(id, descriptor, buffer.pointer(), buffer);
        }
    }

    private final dnnl_primitive primitive = new dnnl_primitive();
    private final String name;
    private final int count;
    private final dnnl_exec_arg_t arguments;
    private final List<dnnl_memory> memories = new ArrayList<>();
    private final List<Object> held = new ArrayList<>();
    private final boolean alone = Threads.isOne();
    private final BytePointer working;
    private boolean closed;

    Primitive(dnnl_primitive_desc description, List<Argument> given) {
        Dnn.check(dnnl_primitive_create(primitive, description));
        this.name = Scope.implementation(description);
        this.arguments = new dnnl_exec_arg_t(given.size() + 1);
        for (Argument argument : given) {
            bind(argument.id(), argument.descriptor(), argument.pointer());
            held.add(argument.pointer());
            held.add(argument.owner());
        }
        dnnl_memory_desc scratchpad = dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
        long bytes = dnnl_memory_desc_get_size(scratchpad);
        this.working = bytes == 0 ? null : new BytePointer(bytes);
        if (working != null) bind(DNNL_ARG_SCRATCHPAD, scratchpad, working);
        this.count = memories.size();
        arguments.position(0);
    }

    private void bind(int id, dnnl_memory_desc descriptor, Pointer pointer) {
        dnnl_memory memory = new dnnl_memory();
        Dnn.check(dnnl_memory_create(memory, descriptor, Dnn.ENGINE, pointer));
        arguments.position(memories.size()).arg(id).memory(memory);
        memories.add(memory);
    }

    @Override
    public void run(long key) {
        if (alone) Threads.one();
        int status = dnnl_primitive_execute(primitive, Dnn.STREAM, count, arguments);
        if (alone) Threads.all();
        Dnn.check(status);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        dnnl_primitive_destroy(primitive);
        memories.forEach(memory -> dnnl_memory_destroy(memory));
        arguments.deallocate();
        if (working != null) working.deallocate();
    }

    @Override
    public String toString() {
        return name + " of " + count + " arguments" + (working == null ? "" : ", " + working.capacity() + " bytes")
                + (alone ? ", on one thread" : "");
    }
}
