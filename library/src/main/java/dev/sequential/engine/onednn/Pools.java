package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.InTurn;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Pool;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Pooling by oneDNN. What is spread to maxima needs their places, which a forward pass of its own finds. */
final class Pools {
    private final Scope scope;
    private final Slide slide;
    private final int algorithm;

    private Pools(Scope scope, Pool op) {
        this.scope = scope;
        this.slide = new Slide(scope, op.window());
        this.algorithm = op.kind() == Pool.Kind.MAX ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
    }

    /** A kernel, or {@code null} if oneDNN cannot. */
    static Kernel of(Pool op, List<Memory> in, Memory out) {
        boolean max = op.kind() == Pool.Kind.MAX;
        Memory values = in.get(in.size() - 1);
        try (Scope scope = new Scope()) {
            Pools pools = new Pools(scope, op);
            if (op.direction() == Pool.Direction.GATHER) {
                boolean own = in.get(0).address() == values.address();
                return own ? pools.forward(values, out) : null;
            }
            return max ? pools.toMaxima(in.get(0), values, out) : pools.backward(values, out);
        }
    }

    private Kernel forward(Memory in, Memory out) {
        dnnl_memory_desc x = slide.image(in.shape());
        dnnl_memory_desc y = slide.image(out.shape());
        dnnl_primitive_desc description = scope.description(d -> forward(d, dnnl_forward_inference, x, y));
        if (description == null) return null;
        return new Primitive(
                description,
                List.of(
                        new Primitive.Argument(DNNL_ARG_SRC, x, in.pointer(), in),
                        new Primitive.Argument(DNNL_ARG_DST, y, out.pointer(), out)));
    }

    private Kernel backward(Memory in, Memory out) {
        dnnl_memory_desc x = slide.image(out.shape());
        dnnl_memory_desc y = slide.image(in.shape());
        dnnl_primitive_desc forward = scope.any(d -> forward(d, dnnl_forward_training, x, y));
        dnnl_primitive_desc description = forward == null ? null : scope.description(d -> backward(d, x, y, forward));
        return description == null ? null : new Primitive(description, spread(x, y, in, out));
    }

    private Kernel toMaxima(Memory chooser, Memory in, Memory out) {
        dnnl_memory_desc x = slide.image(chooser.shape());
        dnnl_memory_desc y = slide.image(in.shape());
        dnnl_primitive_desc forward = scope.description(d -> forward(d, dnnl_forward_training, x, y));
        dnnl_primitive_desc backward = forward == null ? null : scope.description(d -> backward(d, x, y, forward));
        if (backward == null) return null;
        dnnl_memory_desc places = dnnl_primitive_desc_query_md(forward, dnnl_query_workspace_md, 0);
        Buffer maxima = Buffer.of(y);
        Buffer where = Buffer.of(places);
        Primitive.Argument workspace = new Primitive.Argument(DNNL_ARG_WORKSPACE, places, where.pointer(), where);
        List<Primitive.Argument> arguments = new ArrayList<>(spread(x, y, in, out));
        arguments.add(workspace);
        return new InTurn(List.of(
                new Primitive(
                        forward,
                        List.of(
                                new Primitive.Argument(DNNL_ARG_SRC, x, chooser.pointer(), chooser),
                                new Primitive.Argument(DNNL_ARG_DST, y, maxima.pointer(), maxima),
                                workspace)),
                new Primitive(backward, arguments),
                maxima,
                where));
    }

    private static List<Primitive.Argument> spread(dnnl_memory_desc x, dnnl_memory_desc y, Memory in, Memory out) {
        return List.of(
                new Primitive.Argument(DNNL_ARG_DIFF_SRC, x, out.pointer(), out),
                new Primitive.Argument(DNNL_ARG_DIFF_DST, y, in.pointer(), in));
    }

    private int forward(dnnl_primitive_desc to, int purpose, dnnl_memory_desc x, dnnl_memory_desc y) {
        return dnnl_pooling_forward_primitive_desc_create(
                to,
                Dnn.ENGINE,
                purpose,
                algorithm,
                x,
                y,
                slide.stride(),
                slide.size(),
                slide.gaps(),
                slide.before(),
                slide.after(),
                scope.attributes());
    }

    private int backward(dnnl_primitive_desc to, dnnl_memory_desc x, dnnl_memory_desc y, dnnl_primitive_desc forward) {
        return dnnl_pooling_backward_primitive_desc_create(
                to,
                Dnn.ENGINE,
                algorithm,
                x,
                y,
                slide.stride(),
                slide.size(),
                slide.gaps(),
                slide.before(),
                slide.after(),
                forward,
                scope.attributes());
    }
}
