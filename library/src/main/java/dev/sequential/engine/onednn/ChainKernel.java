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

import dev.sequential.engine.Fused;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Shape;
import dev.sequential.engine.loops.Layout;
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
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Element-wise operations on large tensors: each chain of a {@link ChainPlan} is a {@code binary} of oneDNN. */
final class ChainKernel implements Kernel {
    /** A value in memory: how many rows and columns it has and where it is. */
    private record Place(long[] dims, Pointer pointer, Object owner) {}

    private final Surface surface;
    private final Map<Integer, Place> places = new HashMap<>();
    private final List<FloatPointer> owned = new ArrayList<>();
    private final List<Kernel> made = new ArrayList<>();
    private Kernel[] kernels;

    private ChainKernel(Surface surface) {
        this.surface = surface;
    }

    /** A kernel, or {@code null} if oneDNN lacks a step or a way to repeat an operand. */
    static Kernel of(Fused op, List<Memory> in, List<Memory> out) {
        Surface surface = Surface.of(in, op.shape());
        if (surface == null) return null;
        boolean[] full = new boolean[in.size()];
        for (int i = 0; i < full.length; i++)
            full[i] = in.get(i).size() == op.shape().size();
        List<ChainPlan.Written> plan = ChainPlan.of(op, full);
        if (plan == null || plan.size() > mostChains(in, op.shape())) return null;
        ChainKernel kernel = new ChainKernel(surface);
        if (kernel.bind(op, plan, in, out)) return kernel;
        kernel.close();
        return null;
    }

    /**
     * As many chains as beat a loop. oneDNN takes two or three times as long where it repeats an operand along the rows, and
     * loses to a loop on all threads; where it repeats one along the columns only if it does so several times.
     */
    private static int mostChains(List<Memory> in, Shape shape) {
        int most = Integer.MAX_VALUE;
        for (Memory operand : in) {
            Layout layout = Layout.broadcast(operand.shape(), shape);
            if (layout.isSuffix()) return 0;
            if (!layout.isFull() && !layout.isSingle()) most = 2;
        }
        return most;
    }

    private boolean bind(Fused op, List<ChainPlan.Written> plan, List<Memory> in, List<Memory> out) {
        for (int i = 0; i < in.size(); i++) {
            places.put(i, new Place(surface.dims(in.get(i)), in.get(i).pointer(), in.get(i)));
        }
        List<Kernel> copies = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            int register = plan.get(i).register();
            int result = op.results().indexOf(register);
            if (result >= 0 && !isReadLater(plan, i, in, out.get(result))) {
                places.put(register, place(out.get(result)));
            } else {
                places.put(register, scratch());
            }
            Place to = places.get(register);
            Kernel primitive = primitive(plan.get(i).chain().over(origin -> isAt(origin, to)), to);
            if (primitive == null) return false;
            made.add(primitive);
        }
        for (int i = 0; i < out.size(); i++) {
            Place from = places.get(op.results().get(i));
            Memory to = out.get(i);
            if (from.pointer().address() == to.address()) continue;
            long bytes = to.type().bytes();
            copies.add(key -> Pointer.memcpy(to.pointer(), from.pointer(), bytes));
        }
        made.addAll(copies);
        kernels = made.toArray(Kernel[]::new);
        return true;
    }

    /** Whether a chain after {@code index} reads an operand that lies where a result is to be written. */
    private static boolean isReadLater(List<ChainPlan.Written> plan, int index, List<Memory> in, Memory to) {
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
        FloatPointer pointer = new FloatPointer(new float[] {(float) value});
        owned.add(pointer);
        return new Place(new long[] {1, 1}, pointer, this);
    }

    private Place scratch() {
        FloatPointer pointer = new FloatPointer(surface.rows() * surface.columns());
        owned.add(pointer);
        return new Place(new long[] {surface.rows(), surface.columns()}, pointer, this);
    }

    @Override
    public void run(long key) {
        for (Kernel kernel : kernels) kernel.run(key);
    }

    @Override
    public void close() {
        made.forEach(Kernel::close);
        owned.forEach(Pointer::deallocate);
        owned.clear();
    }

    @Override
    public String toString() {
        return "chains " + Arrays.toString(kernels);
    }
}
