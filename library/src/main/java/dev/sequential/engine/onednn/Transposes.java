package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Transpose;
import dev.sequential.engine.loops.Layout;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Axes in another order by oneDNN's {@code reorder}: the same tensor, for oneDNN, with other steps along its axes. */
final class Transposes {
    private Transposes() {}

    /** A kernel, or {@code null} if oneDNN has no quick one. */
    static Kernel of(Transpose op, Memory in, Memory out) {
        long[] dims = in.shape().dims();
        long[] made = Layout.strides(out.shape());
        long[] steps = new long[dims.length];
        for (int i = 0; i < dims.length; i++) steps[op.order().get(i)] = made[i];
        try (Scope scope = new Scope()) {
            dnnl_memory_desc from = scope.dense(dims);
            dnnl_memory_desc to = scope.strided(dims, steps);
            dnnl_primitive_desc description = scope.description(
                    d -> dnnl_reorder_primitive_desc_create(d, from, Dnn.ENGINE, to, Dnn.ENGINE, scope.attributes()));
            if (description == null) return null;
            return new Primitive(
                    description,
                    List.of(
                            new Primitive.Argument(DNNL_ARG_FROM, from, in),
                            new Primitive.Argument(DNNL_ARG_TO, to, out)));
        }
    }
}
