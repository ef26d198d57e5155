package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;

import dev.sequential.engine.Kernel;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.Pointer;

/** A oneDNN primitive bound to its memory; a run is one native call. It holds whatever it is given, strongly. */
final class Primitive implements Kernel {
    /** One operand or result: oneDNN's number for it, what it looks like, where it is and what keeps it there. */
    record Argument(int id, dnnl_memory_desc descriptor, Pointer pointer, Object owner) {}

    private final dnnl_primitive primitive = new dnnl_primitive();
    private final String name;
    private final int count;
    private final dnnl_exec_arg_t arguments;
    private final List<dnnl_memory> memories = new ArrayList<>();
    private final List<Object> held = new ArrayList<>();
    private final boolean alone = Threads.isOne();
    private boolean closed;

    Primitive(dnnl_primitive_desc description, List<Argument> given) {
        Dnn.check(dnnl_primitive_create(primitive, description));
        this.name = Scope.implementation(description);
        this.count = given.size();
        this.arguments = new dnnl_exec_arg_t(count);
        for (int i = 0; i < count; i++) {
            dnnl_memory memory = new dnnl_memory();
            Dnn.check(dnnl_memory_create(
                    memory, given.get(i).descriptor(), Dnn.ENGINE, given.get(i).pointer()));
            memories.add(memory);
            held.add(given.get(i).pointer());
            held.add(given.get(i).owner());
            arguments.position(i).arg(given.get(i).id()).memory(memory);
        }
        arguments.position(0);
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
    }

    @Override
    public String toString() {
        return name + " of " + count + " arguments" + (alone ? " on one thread" : "");
    }
}
