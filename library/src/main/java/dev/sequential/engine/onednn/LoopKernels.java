package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.*;

import dev.sequential.engine.Composite;
import dev.sequential.engine.CompositeGradient;
import dev.sequential.engine.Kernel;
import dev.sequential.engine.KnownLoop;
import dev.sequential.engine.Memory;
import dev.sequential.engine.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A whole LSTM or GRU layer as one primitive of oneDNN, whose gates lie as Keras's do. In training it leaves its inner
 * values in the workspace and, if the outputs are no result, those too: the gradient needs them.
 */
final class LoopKernels {
    private static final long ALIGNMENT = 64;

    private final KnownLoop loop;
    private final LoopDescription shapes;
    private final Reorders reorders;
    private final GatesBias bias;
    private final List<Kernel> own = new ArrayList<>();
    private final List<Primitive.Argument> arguments = new ArrayList<>();

    private LoopKernels(Scope scope, KnownLoop loop, List<Memory> in) {
        this.loop = loop;
        this.shapes = new LoopDescription(scope, loop, Memory.types(in));
        this.reorders = Reorders.in(scope);
        this.bias = GatesBias.of(loop.cell(), shapes.units);
    }

    /** Bytes that the forward kernel leaves to the backward one; empty if oneDNN cannot do both. */
    static OptionalLong workspace(KnownLoop loop, List<Type> in) {
        try (Scope scope = new Scope()) {
            LoopDescription shapes = new LoopDescription(scope, loop, in);
            dnnl_primitive_desc forward = shapes.forward(true);
            if (forward == null || shapes.backward(forward) == null) return OptionalLong.empty();
            long outputs = loop.sequences() ? 0 : dnnl_memory_desc_get_size(shapes.y);
            return OptionalLong.of(inner(forward) + outputs);
        }
    }

    /** Bytes of oneDNN's own workspace. */
    private static long inner(dnnl_primitive_desc forward) {
        long bytes = dnnl_memory_desc_get_size(LoopDescription.of(forward, DNNL_ARG_WORKSPACE));
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    static Kernel forward(Composite op, KnownLoop loop, List<Memory> in, List<Memory> out) {
        try (Scope scope = new Scope()) {
            return new LoopKernels(scope, loop, in).forward(op.workspace() > 0, in, out);
        }
    }

    static Kernel backward(CompositeGradient op, KnownLoop loop, List<Memory> in, List<Memory> out) {
        int operands = op.of().parameters().size();
        try (Scope scope = new Scope()) {
            return new LoopKernels(scope, loop, in.subList(0, operands))
                    .backward(in.subList(0, operands), in.subList(operands, in.size()), out);
        }
    }

    private Kernel forward(boolean training, List<Memory> in, List<Memory> out) {
        dnnl_primitive_desc description = shapes.forward(training);
        Memory workspace = training ? out.get(out.size() - 1) : null;
        operands(description, in);
        results(description, out, workspace);
        return kernel(description);
    }

    /** {@code made} are the results, the workspace and what reaches the results. */
    private Kernel backward(List<Memory> in, List<Memory> made, List<Memory> out) {
        int results = results();
        dnnl_primitive_desc hint = shapes.forward(true);
        dnnl_primitive_desc description = shapes.backward(hint);
        operands(description, in);
        results(hint, made, made.get(results));
        List<Memory> seeds = made.subList(results + 1, made.size());
        int first = loop.sequences() ? 1 : 0;
        add(DNNL_ARG_DIFF_DST_LAYER, shapes.y, loop.sequences() ? seeds.get(0).pointer() : zeros(), seeds);
        states(DNNL_ARG_DIFF_DST_ITER, DNNL_ARG_DIFF_DST_ITER_C, seeds.subList(first, seeds.size()));

        add(DNNL_ARG_DIFF_SRC_LAYER, shapes.x, out.get(0).pointer(), out);
        arguments.add(reorders.write(
                DNNL_ARG_DIFF_WEIGHTS_LAYER,
                out.get(1),
                shapes.kernel,
                LoopDescription.of(description, DNNL_ARG_DIFF_WEIGHTS_LAYER)));
        arguments.add(reorders.write(
                DNNL_ARG_DIFF_WEIGHTS_ITER,
                out.get(2),
                shapes.recurrent,
                LoopDescription.of(description, DNNL_ARG_DIFF_WEIGHTS_ITER)));
        GatesBias gradient = GatesBias.of(loop.cell(), shapes.units);
        add(DNNL_ARG_DIFF_BIAS, shapes.bias, gradient.gates(), gradient);
        reorders.after().add(gradient.to(loop.bias() ? out.get(3) : null));
        states(DNNL_ARG_DIFF_SRC_ITER, DNNL_ARG_DIFF_SRC_ITER_C, out.subList(firstState(), out.size()));
        return kernel(description);
    }

    private int results() {
        return (loop.sequences() ? 1 : 0) + loop.cell().states();
    }

    private int firstState() {
        return loop.bias() ? 4 : 3;
    }

    private void operands(dnnl_primitive_desc description, List<Memory> in) {
        add(DNNL_ARG_SRC_LAYER, shapes.x, in.get(0).pointer(), in);
        arguments.add(reorders.read(
                DNNL_ARG_WEIGHTS_LAYER,
                in.get(1),
                shapes.kernel,
                LoopDescription.of(description, DNNL_ARG_WEIGHTS_LAYER)));
        arguments.add(reorders.read(
                DNNL_ARG_WEIGHTS_ITER,
                in.get(2),
                shapes.recurrent,
                LoopDescription.of(description, DNNL_ARG_WEIGHTS_ITER)));
        add(DNNL_ARG_BIAS, shapes.bias, bias.gates(), bias);
        if (loop.bias()) reorders.bringing(in.get(3)).add(bias.from(in.get(3)));
        else reorders.before().add(bias.from(null));
        states(DNNL_ARG_SRC_ITER, DNNL_ARG_SRC_ITER_C, in.subList(firstState(), in.size()));
    }

    /** Outputs and states; without a workspace the outputs that are no result go to memory that nobody reads. */
    private void results(dnnl_primitive_desc forward, List<Memory> made, Memory workspace) {
        Pointer y;
        if (loop.sequences()) y = made.get(0).pointer();
        else if (workspace == null) y = buffer();
        else y = new FloatPointer(workspace.pointer()).getPointer(inner(forward) / Float.BYTES);
        add(DNNL_ARG_DST_LAYER, shapes.y, y, made);
        int first = loop.sequences() ? 1 : 0;
        states(
                DNNL_ARG_DST_ITER,
                DNNL_ARG_DST_ITER_C,
                made.subList(first, first + loop.cell().states()));
        if (workspace != null) {
            dnnl_memory_desc inner = LoopDescription.of(forward, DNNL_ARG_WORKSPACE);
            add(DNNL_ARG_WORKSPACE, inner, workspace.pointer(), workspace);
        }
    }

    private void states(int h, int c, List<Memory> states) {
        add(h, shapes.state, states.get(0).pointer(), states);
        if (loop.cell() == KnownLoop.Cell.LSTM)
            add(c, shapes.state, states.get(1).pointer(), states);
    }

    private void add(int id, dnnl_memory_desc as, Pointer pointer, Object owner) {
        arguments.add(new Primitive.Argument(id, as, pointer, owner));
    }

    private Pointer buffer() {
        Buffer buffer = Buffer.of(shapes.y);
        own.add(buffer);
        return buffer.pointer();
    }

    private Pointer zeros() {
        Pointer buffer = buffer();
        Pointer.memset(buffer, 0, dnnl_memory_desc_get_size(shapes.y));
        return buffer;
    }

    private Kernel kernel(dnnl_primitive_desc description) {
        reorders.after().addAll(own);
        return reorders.around(new Primitive(description, arguments));
    }
}
