package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_default_flags;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_stream;

/** The CPU as oneDNN sees it: one engine and one stream for the life of the process. */
final class Dnn {
    static final dnnl_engine ENGINE = engine();
    static final dnnl_stream STREAM = stream();

    private Dnn() {}

    /** Throws unless a call succeeded. */
    static void check(int status) {
        if (status != dnnl_success) throw new IllegalStateException("oneDNN answered with status " + status);
    }

    /** Whether oneDNN has kernels for this set of instructions here. */
    static boolean has(int instructions) {
        return (dnnl_get_effective_cpu_isa() & instructions) == instructions;
    }

    private static dnnl_engine engine() {
        dnnl_engine engine = new dnnl_engine();
        check(dnnl_engine_create(engine, dnnl_cpu, 0));
        return engine;
    }

    private static dnnl_stream stream() {
        dnnl_stream stream = new dnnl_stream();
        check(dnnl_stream_create(stream, ENGINE, dnnl_stream_default_flags));
        return stream;
    }
}
