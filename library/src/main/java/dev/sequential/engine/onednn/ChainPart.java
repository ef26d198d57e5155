package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_data_type_undef;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_binary;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_eltwise;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_sum;

import dev.sequential.engine.DType;
import dev.sequential.engine.Fused;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Type;
import dev.sequential.engine.onednn.Term.Chain;
import dev.sequential.engine.onednn.Term.Link;
import dev.sequential.engine.onednn.Term.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.Pointer;

/** The chains of a {@link ChainKernel} on one part of its tensors, or on the whole of them. */
final class ChainPart {
    /** A value in memory: how many rows and columns it has and where it is. */
    private record Place(long[] dims, Pointer pointer, Object owner) {}

    private final Surface surface;
    private final List<Memory> in;
    private final List<Memory> out;
    private final ChainKernel kernel;
    private final Map<Integer, Place> places = new HashMap<>();
    private int scratches;

    ChainPart(Surface surface, List<Memory> in, List<Memory> out, ChainKernel kernel) {
        this.surface = surface;
        this.in = in;
        this.out = out;
        this.kernel = kernel;
        for (int i = 0; i < in.size(); i++) places.put(i, place(in.get(i)));
    }

    /** Adds the primitives to the kernel; false if oneDNN lacks one. */
    boolean bind(Fused op, List<ChainPlan.Written> plan) {
        for (int i = 0; i < plan.size(); i++) {
            int register = plan.get(i).register();
            int result = op.results().indexOf(register);
            boolean direct = result >= 0 && !isReadLater(plan, i, out.get(result));
            Place to = direct ? place(out.get(result)) : scratch();
            places.put(register, to);
            Kernel primitive = primitive(plan.get(i).chain().over(origin -> isAt(origin, to)), to);
            if (primitive == null) return false;
            kernel.add(primitive);
        }
        for (int i = 0; i < out.size(); i++) copy(places.get(op.results().get(i)), out.get(i));
        return true;
    }

    private void copy(Place from, Memory to) {
        if (from.pointer().address() == to.address()) return;
        long bytes = to.type().bytes();
        kernel.add(key -> Pointer.memcpy(to.pointer(), from.pointer(), bytes));
    }

    /** Whether a chain after {@code index} reads an operand that lies where a result is to be written. */
    private boolean isReadLater(List<ChainPlan.Written> plan, int index, Memory to) {
        return plan.stream()
                .skip(index + 1L)
                .flatMap(written -> written.chain().origins())
                .anyMatch(o -> o.register() >= 0
                        && o.register() < in.size()
                        && in.get(o.register()).address() == to.address());
    }

    private boolean isAt(Origin origin, Place to) {
        if (origin.isNumber()) return false;
        Place place = places.get(origin.register());
        return place.pointer().address() == to.pointer().address() && Arrays.equals(place.dims(), to.dims());
    }

    private Kernel primitive(Chain chain, Place to) {
        try (Scope scope = new Scope()) {
            List<Primitive.Argument> arguments = new ArrayList<>();
            dnnl_memory_desc first = operand(scope, chain.first(), DNNL_ARG_SRC_0, arguments);
            dnnl_memory_desc second = operand(scope, chain.second(), DNNL_ARG_SRC_1, arguments);
            dnnl_memory_desc written = scope.dense(to.dims());
            arguments.add(new Primitive.Argument(DNNL_ARG_DST, written, to.pointer(), to.owner()));
            dnnl_post_ops operations = scope.postOps();
            for (int i = 0; i < chain.links().size(); i++) {
                Link link = chain.links().get(i);
                if (link instanceof Link.Function f) {
                    Eltwise e = f.eltwise();
                    Dnn.check(dnnl_post_ops_append_eltwise(operations, e.algorithm(), e.alpha(), e.beta()));
                } else if (link instanceof Link.With w) {
                    int id = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (i + 1) | DNNL_ARG_SRC_1;
                    dnnl_memory_desc other = operand(scope, w.other(), id, arguments);
                    Dnn.check(dnnl_post_ops_append_binary(operations, w.algorithm(), other));
                } else if (link instanceof Link.Onto o) {
                    Dnn.check(dnnl_post_ops_append_sum(operations, (float) o.scale(), 0, dnnl_data_type_undef));
                }
            }
            dnnl_primitive_desc description = scope.description(d -> dnnl_binary_primitive_desc_create(
                    d, Dnn.ENGINE, chain.algorithm(), first, second, written, scope.attributes(operations)));
            return description == null ? null : new Primitive(description, arguments);
        }
    }

    private dnnl_memory_desc operand(Scope scope, Origin origin, int id, List<Primitive.Argument> arguments) {
        Place place = origin.isNumber() ? number(origin.number()) : places.get(origin.register());
        dnnl_memory_desc descriptor = scope.dense(place.dims());
        arguments.add(new Primitive.Argument(id, descriptor, place.pointer(), place.owner()));
        return descriptor;
    }

    private Place place(Memory memory) {
        return new Place(surface.dims(memory), memory.pointer(), memory);
    }

    private Place number(double value) {
        return new Place(new long[] {1, 1}, kernel.number(value), kernel);
    }

    private Place scratch() {
        Shape shape = Shape.of(surface.rows(), surface.columns());
        Memory memory = kernel.scratch(scratches++, new Type(shape, DType.FLOAT32));
        return new Place(shape.dims(), memory.pointer(), memory);
    }
}
