package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Transpose;
import dev.sequential.engine.loops.Layout;
import java.util.List;
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
            Primitive.Argument from = new Primitive.Argument(DNNL_ARG_FROM, scope.dense(dims), in);
            Primitive.Argument to = new Primitive.Argument(DNNL_ARG_TO, scope.strided(dims, steps), out);
            dnnl_primitive_desc description = scope.description(Reorders.maker(scope, from, to));
            return description == null ? null : new Primitive(description, List.of(from, to));
        }
    }
}
