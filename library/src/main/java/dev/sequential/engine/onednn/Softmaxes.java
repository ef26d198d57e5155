package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_softmax_accurate;
import static org.bytedeco.dnnl.global.dnnl.dnnl_softmax_forward_primitive_desc_create;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Softmax by oneDNN, whose logarithms are not exact enough for LogSoftmax. */
final class Softmaxes {
    private Softmaxes() {}

    /** A kernel, or {@code null} if oneDNN cannot. */
    static Kernel of(int axis, Memory in, Memory out) {
        try (Scope scope = new Scope()) {
            dnnl_memory_desc x = scope.dense(in.shape().dims());
            dnnl_primitive_desc description = scope.description(d -> dnnl_softmax_forward_primitive_desc_create(
                    d, Dnn.ENGINE, dnnl_forward_inference, dnnl_softmax_accurate, x, x, axis, null));
            if (description == null) return null;
            return new Primitive(
                    description,
                    List.of(new Primitive.Argument(DNNL_ARG_SRC, x, in), new Primitive.Argument(DNNL_ARG_DST, x, out)));
        }
    }
}
