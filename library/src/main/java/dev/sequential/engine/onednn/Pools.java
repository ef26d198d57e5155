package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.InTurn;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Maxima;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Pool;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/** Pooling by oneDNN, both ways between x, which is as large as what is pooled, and the smaller y. */
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
        Memory values = in.get(in.size() - 1);
        try (Scope scope = new Scope()) {
            Pools pools = new Pools(scope, op);
            if (op.direction() == Pool.Direction.SPREAD) {
                return op.kind() == Pool.Kind.AVERAGE
                        ? pools.spread(values, out, null)
                        : pools.search(in.get(0), values, out);
            }
            boolean own = in.get(0).address() == values.address();
            return own ? pools.gather(dnnl_forward_inference, values, out, null) : null;
        }
    }

    /** As {@link #of(Pool, List, Memory)}; places are oneDNN's workspace. */
    static Kernel of(Maxima op, List<Memory> in, List<Memory> out) {
        boolean gather = op.pool().direction() == Pool.Direction.GATHER;
        Memory x = gather ? in.get(0) : out.get(0);
        Memory y = gather ? out.get(0) : in.get(2);
        Memory places = gather ? out.get(1) : in.get(1);
        try (Scope scope = new Scope()) {
            Pools pools = new Pools(scope, op.pool());
            if (!pools.remembers(x, y)) return null;
            Primitive.Argument workspace = new Primitive.Argument(DNNL_ARG_WORKSPACE, pools.workspace(x, y), places);
            return gather ? pools.gather(dnnl_forward_training, x, y, workspace) : pools.spread(y, x, workspace);
        }
    }

    /** Whether both ways work and a workspace fits into an integer for each element of y. */
    private boolean remembers(Memory x, Memory y) {
        dnnl_memory_desc workspace = workspace(x, y);
        return workspace != null
                && dnnl_memory_desc_get_size(workspace) <= y.size() * Integer.BYTES
                && scope.description(d -> backward(d, x, y)) != null;
    }

    private dnnl_memory_desc workspace(Memory x, Memory y) {
        dnnl_primitive_desc forward = scope.description(d -> forward(d, dnnl_forward_training, x, y));
        return forward == null ? null : dnnl_primitive_desc_query_md(forward, dnnl_query_workspace_md, 0);
    }

    private Kernel gather(int purpose, Memory x, Memory y, Primitive.Argument workspace) {
        dnnl_primitive_desc description = scope.description(d -> forward(d, purpose, x, y));
        Kernel pool = primitive(
                description,
                new Primitive.Argument(DNNL_ARG_SRC, image(x), x),
                new Primitive.Argument(DNNL_ARG_DST, image(y), y),
                workspace);
        boolean max = algorithm == dnnl_pooling_max;
        return pool == null || !max ? pool : new InTurn(List.of(pool, TrueMaxima.of(slide.window(), x, y)));
    }

    private Kernel spread(Memory y, Memory x, Primitive.Argument workspace) {
        dnnl_primitive_desc description = scope.description(d -> backward(d, x, y));
        return primitive(
                description,
                new Primitive.Argument(DNNL_ARG_DIFF_SRC, image(x), x),
                new Primitive.Argument(DNNL_ARG_DIFF_DST, image(y), y),
                workspace);
    }

    private static Kernel primitive(
            dnnl_primitive_desc description, Primitive.Argument x, Primitive.Argument y, Primitive.Argument workspace) {
        if (description == null) return null;
        return new Primitive(description, workspace == null ? List.of(x, y) : List.of(x, y, workspace));
    }

    /** Spreads to maxima whose places nobody has kept: a pass forward finds them. */
    private Kernel search(Memory chooser, Memory y, Memory x) {
        if (!remembers(x, y)) return null;
        dnnl_memory_desc found = workspace(x, y);
        Buffer maxima = Buffer.of(image(y));
        Buffer places = Buffer.of(found);
        Primitive.Argument workspace = new Primitive.Argument(DNNL_ARG_WORKSPACE, found, places);
        Kernel forward = primitive(
                scope.description(d -> forward(d, dnnl_forward_training, x, y)),
                new Primitive.Argument(DNNL_ARG_SRC, image(x), chooser),
                new Primitive.Argument(DNNL_ARG_DST, image(y), maxima),
                workspace);
        return new InTurn(List.of(forward, spread(y, x, workspace), maxima, places));
    }

    private dnnl_memory_desc image(Memory memory) {
        return slide.image(memory.shape());
    }

    private int forward(dnnl_primitive_desc to, int purpose, Memory x, Memory y) {
        return dnnl_pooling_forward_primitive_desc_create(
                to,
                Dnn.ENGINE,
                purpose,
                algorithm,
                image(x),
                image(y),
                slide.stride(),
                slide.size(),
                slide.gaps(),
                slide.before(),
                slide.after(),
                scope.attributes());
    }

    private int backward(dnnl_primitive_desc to, Memory x, Memory y) {
        dnnl_primitive_desc forward = scope.any(d -> forward(d, dnnl_forward_training, x, y));
        if (forward == null) return dnnl_unimplemented;
        return dnnl_pooling_backward_primitive_desc_create(
                to,
                Dnn.ENGINE,
                algorithm,
                image(x),
                image(y),
                slide.stride(),
                slide.size(),
                slide.gaps(),
                slide.before(),
                slide.after(),
                forward,
                scope.attributes());
    }
}
